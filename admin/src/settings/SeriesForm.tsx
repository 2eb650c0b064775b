import { Autocomplete, Box, Button, TextField, Typography } from '@mui/material';
import type { FormEvent } from 'react';
import { Panel } from '../common/Panel.js';
import { useDraft } from '../common/useDraft.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { SaveBar } from './SaveBar.js';
import type { InvoiceSeries } from './settingsRecord.js';
import { useProblemsByPointer, useSaveSettings } from './useSettings.js';

interface SeriesRow {
  readonly series: string;
  readonly next: string;
  readonly accounts: readonly string[];
}

interface SeriesFormProps {
  readonly series: readonly InvoiceSeries[];
  /** Every configured account. */
  readonly accounts: readonly string[];
  readonly etag: string | null;
}

/** As the server takes a name and a number. */
const NAME = /^[a-z][a-z0-9]{0,9}$/i;
const LONGEST_NUMBER = 7;

const rowOf = ({ series, next_number, accounts }: InvoiceSeries): SeriesRow => ({
  series,
  next: String(next_number),
  accounts,
});

/** Series of invoices: name, next number, and which accounts use it; one without accounts is everybody else's. */
export const SeriesForm = ({ series, accounts, etag }: SeriesFormProps) => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const [draft, setDraft] = useDraft<{ readonly rows: readonly SeriesRow[] }>('settings.series');
  const save = useSaveSettings(etag);
  const problems = useProblemsByPointer(save.error);
  const rows = draft?.rows ?? series.map(rowOf);
  const set = (index: number, change: Partial<SeriesRow>) =>
    setDraft({ rows: rows.map((row, at) => (at === index ? { ...row, ...change } : row)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const invoice_series = rows.map(({ series: name, next, accounts: keys }) => ({
      series: name.trim().toUpperCase(),
      next_number: Number(next),
      accounts: [...keys],
    }));
    save.mutate({ invoice_series }, { onSuccess: () => setDraft(null) });
  };
  const faultOf = ({ series: name, next }: SeriesRow, field: string): string | undefined => {
    if (field === 'series' && name.trim() !== '' && !NAME.test(name.trim())) return message('field.series');
    if (field === 'next_number' && next !== '' && Number(next) < 1) return message('field.least', { least: 1 });
    return undefined;
  };
  const areRight = rows.every(({ series: name, next }) => NAME.test(name.trim()) && Number(next) >= 1);
  const field = (index: number, row: SeriesRow, name: string) => {
    const problem = faultOf(row, name) ?? problems[`/invoice_series/${index}/${name}`];
    return { error: problem !== undefined, helperText: problem, disabled: !isAdmin, fullWidth: true };
  };
  return (
    <Panel title={message('settings.series')}>
      <Box component="form" onSubmit={submit} noValidate>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
          {message('settings.series_hint')}
        </Typography>
        {rows.map((row, index) => (
          <Box
            key={index}
            data-series={row.series}
            sx={{
              display: 'grid',
              gridTemplateColumns: '1fr 1fr',
              gap: 1.5,
              mb: 2,
              pb: 2,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <TextField
              {...field(index, row, 'series')}
              label={message('settings.series_name')}
              value={row.series}
              onChange={({ target }) => set(index, { series: target.value })}
              slotProps={{ htmlInput: { maxLength: 10, style: { textTransform: 'uppercase' } } }}
            />
            <TextField
              {...field(index, row, 'next_number')}
              label={message('settings.series_next')}
              value={row.next}
              onChange={({ target }) => set(index, { next: target.value.replace(/\D/g, '') })}
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: LONGEST_NUMBER } }}
            />
            <Autocomplete
              multiple
              options={[...new Set([...accounts, ...row.accounts])]}
              value={[...row.accounts]}
              disabled={!isAdmin}
              onChange={(_event, chosen) => set(index, { accounts: chosen })}
              sx={{ gridColumn: '1 / -1' }}
              renderInput={(params) => (
                <TextField
                  {...params}
                  {...field(index, row, 'accounts')}
                  label={message('settings.series_accounts')}
                  placeholder={row.accounts.length === 0 ? message('settings.series_others') : ''}
                  slotProps={{ ...params.slotProps, inputLabel: { ...params.slotProps.inputLabel, shrink: true } }}
                />
              )}
            />
            {isAdmin && rows.length > 1 && (
              <Button
                color="inherit"
                size="small"
                sx={{ gridColumn: '1 / -1', justifySelf: 'start' }}
                onClick={() => setDraft({ rows: rows.filter((_row, at) => at !== index) })}
              >
                {message('settings.series_remove', { series: row.series || '…' })}
              </Button>
            )}
          </Box>
        ))}
        {isAdmin && (
          <>
            <Button onClick={() => setDraft({ rows: [...rows, { series: '', next: '1', accounts: [] }] })}>
              {message('settings.series_add')}
            </Button>
            <SaveBar
              isChanged={draft !== null}
              isReady={areRight}
              isSaving={save.isPending}
              error={save.error}
              onDiscard={() => {
                setDraft(null);
                save.reset();
              }}
            />
          </>
        )}
      </Box>
    </Panel>
  );
};
