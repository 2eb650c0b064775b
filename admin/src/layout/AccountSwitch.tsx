import { MenuItem, Select } from '@mui/material';
import { useAccounts, useAccountScope } from '../common/AccountScope.js';
import { useMessage } from '../i18n/useMessage.js';

const ALL = 'all';

/** Narrows the whole panel to one account, or opens it to all. */
export const AccountSwitch = () => {
  const message = useMessage();
  const { data: accounts = [] } = useAccounts();
  const [account, setAccount] = useAccountScope();
  if (accounts.length < 2) return null;
  const known = accounts.some(({ key }) => key === account) ? account : undefined;
  return (
    <Select
      value={known ?? ALL}
      onChange={({ target }) => setAccount(target.value === ALL ? undefined : target.value)}
      inputProps={{ 'aria-label': message('account.choose') }}
      sx={{
        height: 34,
        fontSize: '0.8125rem',
        fontWeight: 600,
        maxWidth: { xs: 150, sm: 220 },
      }}
    >
      <MenuItem value={ALL}>{message('account.all')}</MenuItem>
      {accounts.map(({ key }) => (
        <MenuItem key={key} value={key}>
          {key}
        </MenuItem>
      ))}
    </Select>
  );
};
