import MatchIcon from '@mui/icons-material/CompareArrowsOutlined';
import { Box, Button, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useAccounts } from '../common/AccountScope.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useCanAct } from '../common/useRoles.js';
import type { MessageKey } from '../i18n/sentences.js';
import { useMessage } from '../i18n/useMessage.js';
import { AccountSelect } from './AccountSelect.js';
import { matchEan } from './eanCalls.js';
import { codesOf } from './eanCodes.js';
import type { EanMatch, ShownMatch } from './eanRecord.js';
import { MatchView } from './MatchView.js';
import { QUOTA_KEY } from './Quotas.js';

const FIELDS = ['name', 'brand', 'sku', 'part_number', 'part_number_key', 'category'] as const;
type Field = (typeof FIELDS)[number];

const LABELS: Readonly<Record<Field, MessageKey>> = {
  name: 'products.name',
  brand: 'products.brand',
  sku: 'products.sku',
  part_number: 'ean.part_number',
  part_number_key: 'ean.part_number_key',
  category: 'ean.category',
};

const shown = ({ details, ...match }: EanMatch): ShownMatch => ({ ...match, ...details });

interface MatchTabProps {
  readonly initialEan: string;
  readonly account: string | undefined;
  readonly onAccount: (account: string) => void;
}

/** What to do with one product of a known code: the more is said of it, the better several hits are told apart. */
export const MatchTab = ({ initialEan, account, onAccount }: MatchTabProps) => {
  const message = useMessage();
  const canAct = useCanAct();
  const queryClient = useQueryClient();
  const { data: accounts = [] } = useAccounts();
  const [ean, setEan] = useState(initialEan);
  const [data, setData] = useState<Partial<Record<Field, string>>>({});
  const chosen = account ?? accounts[0]?.key ?? '';
  const match = useMutation({
    mutationFn: matchEan,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: QUOTA_KEY }),
        queryClient.invalidateQueries({ queryKey: ['ean_decisions'] }),
      ]),
  });
  const codes = codesOf(ean);
  const [code] = codes;
  const fault = codes.length > 1 ? message('ean.one_code') : code?.fault && message(`ean.faults.${code.fault}`);
  const canSend = canAct && code?.gtin && codes.length === 1 && chosen !== '' && !match.isPending;

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!canSend) return;
    const known = Object.fromEntries(
      FIELDS.map((field) => [field, data[field]?.trim() ?? '']).filter(([, text]) => text !== ''),
    );
    match.mutate({ account_type: chosen, ean: code.ean, product_data: known });
  };

  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Panel title={message('ean.match_title')}>
        <Box component="form" onSubmit={send} sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))', gap: 1.5 }}>
            <TextField
              autoFocus
              required
              label="EAN"
              value={ean}
              error={Boolean(fault)}
              helperText={fault}
              onChange={({ target }) => setEan(target.value)}
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
            />
            <AccountSelect value={chosen} onChange={onAccount} hasAll={false} />
            {FIELDS.map((field) => (
              <TextField
                key={field}
                label={message(LABELS[field])}
                value={data[field] ?? ''}
                onChange={({ target }) => setData({ ...data, [field]: target.value })}
              />
            ))}
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
            <Button type="submit" variant="contained" startIcon={<MatchIcon />} disabled={!canSend}>
              {message('ean.match')}
            </Button>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {message(canAct ? 'ean.match_hint' : 'ean.auditor')}
            </Typography>
          </Box>
        </Box>
      </Panel>
      {match.error && <ProblemNotice error={match.error} />}
      {match.isPending && <Skeleton variant="rounded" height={220} />}
      {match.data && !match.isPending && (
        <Panel title={message('ean.decision', { ean: match.data.details.ean })}>
          <MatchView match={shown(match.data)} />
        </Panel>
      )}
    </Box>
  );
};
