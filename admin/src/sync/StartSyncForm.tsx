import PlayIcon from '@mui/icons-material/PlayArrowOutlined';
import { Box, Button, FormControlLabel, MenuItem, Switch, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useDataProvider } from 'react-admin';
import { useAccounts, useAccountScope } from '../common/AccountScope.js';
import { DayField } from '../common/DayField.js';
import { dayBefore } from '../common/days.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useMessage } from '../i18n/useMessage.js';
import type { MagflowDataProvider } from '../provider/magflowDataProvider.js';
import { CONFLICT_STRATEGIES, type ConflictStrategy, type SyncKind, type SyncMode } from './syncRecord.js';

const ALL = 'both';
const MODES: Readonly<Record<SyncKind, readonly SyncMode[]>> = {
  orders: ['incremental', 'full', 'historical'],
  offers: ['incremental', 'full'],
};
const MONTH = 30;

/** What to read from the marketplace, of which account, how much of it. */
export const StartSyncForm = () => {
  const message = useMessage();
  const provider = useDataProvider<MagflowDataProvider>();
  const queryClient = useQueryClient();
  const { data: accounts = [] } = useAccounts();
  const [scope] = useAccountScope();
  const [kind, setKind] = useState<SyncKind>('offers');
  const [account, setAccount] = useState<string | null>(null);
  const [chosenMode, setMode] = useState<SyncMode>('incremental');
  const [from, setFrom] = useState(() => dayBefore(MONTH));
  const [to, setTo] = useState(() => dayBefore(0));
  const [maxPages, setMaxPages] = useState('');
  const [includesInactive, setIncludesInactive] = useState(true);
  const [strategy, setStrategy] = useState<ConflictStrategy>('emag_priority');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const mode = MODES[kind].includes(chosenMode) ? chosenMode : 'incremental';

  const isPeriodRight = mode !== 'historical' || (from !== '' && to !== '' && from <= to);
  const isLimitRight = maxPages === '' || /^[1-9]\d{0,2}$/.test(maxPages);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await provider.startSync(
        {
          kind,
          account: account ?? scope ?? ALL,
          mode,
          startDate: from,
          endDate: to,
          ...(maxPages !== '' && { maxPages: Number(maxPages) }),
          ...(kind === 'offers' && { includeInactive: includesInactive, conflictStrategy: strategy }),
        },
        crypto.randomUUID(),
      );
      await queryClient.invalidateQueries({ queryKey: ['sync'] });
      await queryClient.invalidateQueries({ queryKey: ['sync_runs'] });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Box component="form" onSubmit={start} sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
        <TextField
          select
          label={message('sync.what')}
          value={kind}
          onChange={({ target }) => setKind(target.value === 'offers' ? 'offers' : 'orders')}
          sx={{ minWidth: 130 }}
        >
          <MenuItem value="offers">{message('sync.offers')}</MenuItem>
          <MenuItem value="orders">{message('sync.orders')}</MenuItem>
        </TextField>
        <TextField
          select
          label={message('sync.account')}
          value={account ?? scope ?? ALL}
          onChange={({ target }) => setAccount(target.value)}
          sx={{ minWidth: 150 }}
        >
          <MenuItem value={ALL}>{message('account.all')}</MenuItem>
          {accounts.map(({ key }) => (
            <MenuItem key={key} value={key}>
              {key}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={message('sync.mode')}
          value={mode}
          onChange={({ target }) => setMode(target.value as SyncMode)}
          sx={{ minWidth: 190 }}
        >
          {MODES[kind].map((one) => (
            <MenuItem key={one} value={one}>
              {message(`sync.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {mode === 'historical' && (
          <>
            <DayField label={message('sync.from')} value={from} onChange={setFrom} />
            <DayField
              label={message('sync.to')}
              value={to}
              onChange={setTo}
              fault={to !== '' && from > to ? message('code.period-impossible') : undefined}
            />
          </>
        )}
        <TextField
          label={message('sync.max_pages')}
          value={maxPages}
          error={!isLimitRight}
          onChange={({ target }) => setMaxPages(target.value)}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          sx={{ width: 150 }}
        />
        {kind === 'offers' && (
          <TextField
            select
            label={message('sync.conflict.label')}
            value={strategy}
            onChange={({ target }) => setStrategy(target.value as ConflictStrategy)}
            sx={{ minWidth: 220 }}
          >
            {CONFLICT_STRATEGIES.map((one) => (
              <MenuItem key={one} value={one}>
                {message(`sync.conflict.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
        {kind === 'offers' && (
          <FormControlLabel
            control={
              <Switch
                size="small"
                checked={includesInactive}
                onChange={(_event, checked) => setIncludesInactive(checked)}
              />
            }
            label={message('sync.inactive')}
            sx={{ ml: 0, minHeight: 38 }}
          />
        )}
        <Button
          type="submit"
          variant="contained"
          startIcon={<PlayIcon />}
          disabled={isBusy || !isLimitRight || !isPeriodRight}
          sx={{ height: 38 }}
        >
          {message('sync.start')}
        </Button>
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {message(
          kind === 'orders' ? `sync.${mode}_hint` : mode === 'full' ? 'sync.offers_full_hint' : 'sync.incremental_hint',
        )}
        {kind === 'offers' && ` ${message(`sync.conflict.${strategy}_hint`)}`}
      </Typography>
      {error !== null && <ProblemNotice error={error} />}
    </Box>
  );
};
