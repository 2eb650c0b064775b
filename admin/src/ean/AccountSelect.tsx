import { MenuItem, TextField } from '@mui/material';
import { useAccounts, useAccountScope } from '../common/AccountScope.js';
import { useMessage } from '../i18n/useMessage.js';

interface AccountSelectProps {
  readonly value: string;
  /** Empty stands for all accounts, where that is a choice. */
  readonly onChange: (account: string) => void;
  readonly hasAll: boolean;
}

/** Which account asks: each sees for itself whether it may offer a product. */
export const AccountSelect = ({ value, onChange, hasAll }: AccountSelectProps) => {
  const message = useMessage();
  const { data: accounts = [] } = useAccounts();
  const [scope] = useAccountScope();
  return (
    <TextField
      select
      label={message('account.label')}
      value={accounts.some(({ key }) => key === value) ? value : ''}
      onChange={({ target }) => onChange(target.value)}
      sx={{ minWidth: 160 }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      {hasAll && scope === undefined && <MenuItem value="">{message('account.all')}</MenuItem>}
      {accounts.map(({ key }) => (
        <MenuItem key={key} value={key}>
          {key}
        </MenuItem>
      ))}
    </TextField>
  );
};
