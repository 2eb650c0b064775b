import { Box, TextField, Typography } from '@mui/material';
import type { FormEvent } from 'react';
import { Panel } from '../common/Panel.js';
import { useDraft } from '../common/useDraft.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { SaveBar } from './SaveBar.js';
import { SELLER_FIELDS, type Seller, type SellerField } from './settingsRecord.js';
import { useProblemsByPointer, useSaveSettings } from './useSettings.js';

/** Without these no invoice is issued; the server says so too (`seller-incomplete`). */
const ON_INVOICES: readonly SellerField[] = [
  'name',
  'fiscal_code',
  'registration',
  'address',
  'city',
  'county',
  'country',
];
/** Without these no AWB has a sender. */
const ON_AWBS: readonly SellerField[] = ['contact', 'phone'];

/** What was typed, and what stood there when typing began. */
type Draft = Partial<Record<SellerField, { readonly from: string; readonly to: string }>>;

/** Who sells: on invoices, and as the sender of AWBs. Only what was changed is sent. */
export const SellerForm = ({ seller, etag }: { seller: Seller; etag: string | null }) => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const [draft, setDraft] = useDraft<Draft>('settings.seller');
  const save = useSaveSettings(etag);
  const problems = useProblemsByPointer(save.error);
  const changes = draft ?? {};
  const set = (field: SellerField, to: string) => {
    const from = changes[field]?.from ?? seller[field];
    const { [field]: _before, ...others } = changes;
    const next = to === seller[field] ? others : { ...others, [field]: { from, to } };
    setDraft(Object.keys(next).length === 0 ? null : next);
  };
  const changed = SELLER_FIELDS.filter((field) => changes[field] !== undefined);
  const moved = changed
    .filter((field) => changes[field]?.from !== seller[field])
    .map((field) =>
      message('settings.moved_field', { field: message(`settings.field.${field}`), now: seller[field] || '—' }),
    );
  const missing = SELLER_FIELDS.filter(
    (field) => [...ON_INVOICES, ...ON_AWBS].includes(field) && seller[field].trim() === '',
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = Object.fromEntries(changed.map((field) => [field, changes[field]?.to ?? '']));
    save.mutate({ seller: { ...seller, ...wanted } }, { onSuccess: () => setDraft(null) });
  };
  return (
    <Panel title={message('settings.seller')}>
      <Box component="form" onSubmit={submit}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
          {message('settings.seller_hint')}
        </Typography>
        {missing.length > 0 && (
          <Typography variant="body2" sx={{ mb: 2 }} data-missing>
            {message('settings.missing', {
              fields: missing.map((field) => message(`settings.field.${field}`)).join(', '),
            })}
          </Typography>
        )}
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 2 }}>
          {SELLER_FIELDS.map((field) => (
            <TextField
              key={field}
              name={field}
              label={message(`settings.field.${field}`)}
              value={changes[field]?.to ?? seller[field]}
              onChange={({ target }) => set(field, target.value)}
              disabled={!isAdmin}
              error={problems[`/seller/${field}`] !== undefined}
              helperText={problems[`/seller/${field}`]}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          ))}
        </Box>
        {isAdmin && (
          <SaveBar
            isChanged={changed.length > 0}
            isSaving={save.isPending}
            error={save.error}
            moved={moved}
            onDiscard={() => {
              setDraft(null);
              save.reset();
            }}
          />
        )}
      </Box>
    </Panel>
  );
};
