import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { asProblem } from '../api/problem.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useFieldSentence } from '../i18n/useFieldSentence.js';
import { useMessage } from '../i18n/useMessage.js';
import { addAccount, changeAccount } from './accountCalls.js';
import { PLATFORMS, type AccountDetails } from './accountRecord.js';

interface AccountFormProps {
  /** The account to change; without one the form makes a new one. */
  readonly account?: AccountDetails;
  readonly onSaved: (account: AccountDetails) => void;
  readonly onCancel?: () => void;
}

const FIRST = { key: '', platform: 'emag-ro', fulfilment: 'own', username: '', password: '', base_url: '' } as const;
type Fields = Record<keyof typeof FIRST, string>;

const KEY_FORM = /^[a-z0-9_]{1,24}$/;
const LONGEST = 200;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A password goes encrypted over the open net only. */
const isAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
};

/** A suggested key comes with the refusal of one that holds demonstration data. */
const suggestionOf = (extra: Readonly<Record<string, unknown>>): string | null =>
  typeof extra['suggested_key'] === 'string' ? extra['suggested_key'] : null;

/** What MagFlow needs of a marketplace account. The password goes in and never comes out. */
export const AccountForm = ({ account, onSaved, onCancel }: AccountFormProps) => {
  const message = useMessage();
  const sentenceOf = useFieldSentence();
  const queryClient = useQueryClient();
  const [fields, setFields] = useState<Fields>({ ...FIRST, ...account, password: '' });
  const set = (change: Partial<Fields>) => setFields((now) => ({ ...now, ...change }));

  const save = useMutation({
    mutationFn: () => {
      const platform = PLATFORMS.find((one) => one === fields.platform) ?? 'emag-ro';
      const fulfilment = fields.fulfilment === 'fbe' ? 'fbe' : 'own';
      const { key, username, password, base_url } = fields;
      return account
        ? changeAccount(account.key, {
            platform,
            fulfilment,
            username,
            ...(password !== '' && { password }),
            ...(base_url !== '' && base_url !== account.base_url && { base_url }),
          })
        : addAccount({ key, platform, fulfilment, username, password, ...(base_url !== '' && { base_url }) });
    },
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: ['accounts'] });
      void queryClient.invalidateQueries({ queryKey: ['system'] });
      onSaved(saved);
    },
  });
  const problem = save.error && asProblem(save.error);
  const refused: Readonly<Record<string, string>> = problem?.body.errors ?? {};
  const suggested = problem && suggestionOf(problem.extra);
  const isKeyOdd = fields.key !== '' && !KEY_FORM.test(fields.key);

  // What the server would say of it too.
  const faults: Partial<Fields> = {
    ...(fields.username.includes(':') && { username: message('field.no_colon') }),
    ...(fields.base_url !== '' && !isAddress(fields.base_url) && { base_url: message('field.https') }),
  };
  const field = (name: keyof Fields, hint?: string) => ({
    name,
    value: fields[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
    error: (faults[name] ?? refused[name]) !== undefined,
    helperText: faults[name] ?? (refused[name] === undefined ? hint : sentenceOf(refused[name])),
    slotProps: { htmlInput: { maxLength: LONGEST } },
    fullWidth: true,
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };

  return (
    <Box
      component="form"
      onSubmit={submit}
      noValidate
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2, pt: 1 }}
    >
      <TextField {...field('platform')} select label={message('accounts.platform')}>
        {PLATFORMS.map((platform) => (
          <MenuItem key={platform} value={platform}>
            {message(`accounts.platforms.${platform}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField {...field('fulfilment')} select label={message('accounts.fulfilment')}>
        <MenuItem value="own">{message('accounts.own')}</MenuItem>
        <MenuItem value="fbe">{message('accounts.fbe')}</MenuItem>
      </TextField>
      {!account && (
        <TextField
          {...field('key', message('accounts.key_hint'))}
          label={message('accounts.key')}
          required
          error={isKeyOdd || refused['key'] !== undefined}
          sx={{ gridColumn: { sm: '1 / -1' } }}
        />
      )}
      <TextField {...field('username')} label={message('accounts.username')} autoComplete="off" required />
      <TextField
        {...field('password', message(account ? 'accounts.password_kept' : 'accounts.password_hint'))}
        label={message('accounts.password')}
        type="password"
        autoComplete="new-password"
        required={!account}
      />
      <TextField
        {...field('base_url', message('accounts.base_url_hint'))}
        label={message('accounts.address')}
        sx={{ gridColumn: { sm: '1 / -1' } }}
      />
      {problem && (
        <Box sx={{ gridColumn: { sm: '1 / -1' } }}>
          <ProblemNotice error={problem} />
          {suggested && (
            <Button onClick={() => set({ key: suggested })} sx={{ mt: 1 }}>
              {message('accounts.use_key', { key: suggested })}
            </Button>
          )}
        </Box>
      )}
      <Box sx={{ gridColumn: { sm: '1 / -1' }, display: 'flex', gap: 1 }}>
        <Button
          type="submit"
          variant="contained"
          disabled={
            save.isPending ||
            Object.keys(faults).length > 0 ||
            fields.username === '' ||
            (!account && (!KEY_FORM.test(fields.key) || fields.password === ''))
          }
        >
          {message(account ? 'common.save' : 'accounts.connect')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{message('common.cancel')}</Button>}
      </Box>
    </Box>
  );
};
