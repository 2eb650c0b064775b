import { Box, Button, FormControlLabel, Skeleton, Switch, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { asProblem } from '../api/problem.js';
import { PageHeader } from '../common/PageHeader.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { SELLER_FIELDS, type Seller, type SellerField, type SettingsRecord } from './settingsRecord.js';

const KEY = ['settings'];

const useSave = (etag: string | null) => {
  const message = useMessage();
  const notify = useNotify();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (changes: Partial<SettingsRecord>) => provider.saveSettings(changes, etag),
    onSuccess: () => notify(message('common.saved'), { type: 'success' }),
    onError: (error) => {
      if (asProblem(error).status === 412) notify(message('settings.moved_on'), { type: 'warning' });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
};

/** Which field a problem is about: the server names it by a pointer such as `/seller/iban`. */
const problemsByField = (error: unknown): Readonly<Record<string, string>> =>
  error
    ? Object.fromEntries(
        asProblem(error).errors.map(({ pointer, detail }) => [pointer?.split('/').at(-1) ?? '', detail]),
      )
    : {};

const SellerForm = ({ seller, etag }: { seller: Seller; etag: string | null }) => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const [changes, setChanges] = useState<Partial<Record<SellerField, string>>>({});
  const save = useSave(etag);
  const problems = problemsByField(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ seller: { ...seller, ...changes } }, { onSuccess: () => setChanges({}) });
  };
  return (
    <Panel title={message('settings.seller')}>
      <Box component="form" onSubmit={submit}>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
          {message('settings.seller_hint')}
        </Typography>
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 2 }}>
          {SELLER_FIELDS.map((field) => (
            <TextField
              key={field}
              label={message(`settings.field.${field}`)}
              value={changes[field] ?? seller[field] ?? ''}
              onChange={({ target }) => setChanges({ ...changes, [field]: target.value })}
              disabled={!isAdmin}
              error={problems[field] !== undefined}
              helperText={problems[field]}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
          ))}
        </Box>
        {save.error && (
          <Box sx={{ mt: 2 }}>
            <ProblemNotice error={save.error} />
          </Box>
        )}
        {isAdmin && (
          <Button
            type="submit"
            variant="contained"
            disabled={save.isPending || Object.keys(changes).length === 0}
            sx={{ mt: 2 }}
          >
            {message('common.save')}
          </Button>
        )}
      </Box>
    </Panel>
  );
};

const SeriesPanel = ({ settings }: { settings: SettingsRecord }) => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <Panel title={message('settings.series')}>
      {settings.invoice_series.map(({ series, next_number, accounts }) => (
        <Box key={series} sx={{ display: 'flex', gap: 3, py: 0.5, fontSize: '0.8125rem' }}>
          <strong>{series}</strong>
          <span>
            {message('settings.series_next')}: {formats.integer(Number(next_number))}
          </span>
          <span>{accounts.join(', ')}</span>
        </Box>
      ))}
    </Panel>
  );
};

const AutomationPanel = ({ settings, etag }: { settings: SettingsRecord; etag: string | null }) => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const save = useSave(etag);
  return (
    <Panel title={message('settings.automation')}>
      {Object.entries(settings.automation).map(([account, { auto_acknowledge }]) => (
        <FormControlLabel
          key={account}
          sx={{ display: 'flex' }}
          control={
            <Switch
              checked={auto_acknowledge}
              disabled={!isAdmin || save.isPending}
              onChange={(_event, checked) => save.mutate({ automation: { [account]: { auto_acknowledge: checked } } })}
            />
          }
          label={`${message('settings.auto_acknowledge')} · ${account}`}
        />
      ))}
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {message('settings.auto_acknowledge_hint')}
      </Typography>
      {save.error && <ProblemNotice error={save.error} />}
    </Panel>
  );
};

/** Who sells, under which numbers, and what happens by itself. */
export const SettingsPage = () => {
  const message = useMessage();
  const provider = useDataProvider<MagflowDataProvider>();
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: () => provider.settings() });
  return (
    <>
      <PageHeader title={message('settings.title')} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={360} />}
      {data && (
        <Box sx={{ display: 'grid', gridTemplateColumns: { lg: '2fr 1fr' }, gap: 2, alignItems: 'start' }}>
          <SellerForm seller={data.settings.seller} etag={data.etag} />
          <Box sx={{ display: 'grid', gap: 2 }}>
            <SeriesPanel settings={data.settings} />
            <AutomationPanel settings={data.settings} etag={data.etag} />
          </Box>
        </Box>
      )}
    </>
  );
};
