import ScanIcon from '@mui/icons-material/QrCodeScannerOutlined';
import SearchIcon from '@mui/icons-material/Search';
import { Alert, Box, Button, Chip, Skeleton, TextField, Typography } from '@mui/material';
import type { MutationState } from '@tanstack/react-query';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { EmptyState } from '../common/EmptyState.js';
import { Panel } from '../common/Panel.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { useCanAct } from '../common/useRoles.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { AccountSelect } from './AccountSelect.js';
import { codesOf, MOST_CODES, type TypedCode } from './eanCodes.js';
import type { Found } from './eanRecord.js';
import { FoundGroup } from './FoundGroup.js';
import type { SearchWish } from './useEanSearch.js';

/** What was typed, code by code: how many can be asked for, and which cannot and why. */
const Checked = ({ codes }: { codes: readonly TypedCode[] }) => {
  const message = useMessage();
  const [only] = codes;
  const wrong = codes.filter(({ fault }) => fault !== null);
  if (codes.length === 0) return <>{message('ean.hint')}</>;
  return (
    <>
      {codes.length === 1 && only?.gtin
        ? message('ean.valid_one', { format: only.gtin.format, gtin14: only.gtin.gtin14 })
        : message('ean.valid_count', { valid: codes.length - wrong.length, smart_count: codes.length })}
      {codes.length > MOST_CODES && ` ${message('ean.too_many', { count: MOST_CODES })}`}
      {wrong.map(({ ean, fault }) => (
        <Typography key={ean} variant="caption" component="div" color="error" data-invalid={ean}>
          {ean}: {fault && message(`ean.faults.${fault}`)}
        </Typography>
      ))}
    </>
  );
};

const Codes = ({ title, codes }: { title: string; codes: readonly string[] }) =>
  codes.length === 0 ? null : (
    <Panel title={`${title} (${codes.length})`}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {codes.map((code) => (
          <Chip key={code} size="small" label={code} variant="outlined" />
        ))}
      </Box>
    </Panel>
  );

interface ResultsProps {
  readonly found: Found;
  readonly onMatch: (ean: string, account: string) => void;
}

const Results = ({ found, onMatch }: ResultsProps) => {
  const message = useMessage();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {found.unavailable.map(({ account_type, code, detail }) => (
        <Alert key={account_type} severity="warning" variant="outlined">
          {message('ean.unavailable', { account: account_type })} {detail} ({code})
        </Alert>
      ))}
      <Codes title={message('ean.not_searched')} codes={found.notSearched} />
      <Box
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
      >
        {found.results.map((group) => (
          <FoundGroup key={group.gtin14} group={group} onMatch={onMatch} />
        ))}
      </Box>
      <Codes title={message('ean.not_found')} codes={found.notFound} />
      {found.notFound.length > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {message('ean.not_found_hint')}
        </Typography>
      )}
      {found.invalid.length > 0 && <Codes title={message('ean.invalid')} codes={found.invalid.map(({ ean }) => ean)} />}
    </Box>
  );
};

interface SearchTabProps {
  readonly initial: string;
  readonly account: string | undefined;
  readonly onAccount: (account: string) => void;
  readonly search: (wish: SearchWish) => void;
  /** The last look-up, under way, refused or answered. */
  readonly last: MutationState<Found, Error, SearchWish> | undefined;
  readonly onMatch: (ean: string, account: string) => void;
}

/** One field for one code or a hundred. A scanner ends each code with Enter, which searches. */
export const SearchTab = ({ initial, account, onAccount, search, last, onMatch }: SearchTabProps) => {
  const message = useMessage();
  const formats = useFormats();
  const canAct = useCanAct();
  const [text, setText] = useState(initial);
  const isPending = last?.status === 'pending';
  const codes = codesOf(text);
  const valid = codes.filter(({ gtin }) => gtin !== null);
  const canSearch = canAct && valid.length > 0 && codes.length <= MOST_CODES && !isPending;

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (canSearch) search({ eans: valid.map(({ ean }) => ean), account });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Panel title={message('ean.search_title')}>
        <Box component="form" onSubmit={send} sx={{ display: 'grid', gap: 1.5, pt: 0.5 }}>
          <TextField
            autoFocus
            multiline
            minRows={2}
            maxRows={8}
            value={text}
            placeholder={message('ean.placeholder')}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={onKeyDown}
            onFocus={({ target }) => target.select()}
            slotProps={{
              htmlInput: { 'aria-label': message('ean.codes'), inputMode: 'numeric', spellCheck: false },
            }}
          />
          <Typography
            variant="caption"
            component="div"
            aria-live="polite"
            sx={{ color: 'text.secondary', maxHeight: 160, overflowY: 'auto' }}
          >
            <Checked codes={codes} />
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
            <AccountSelect value={account ?? ''} onChange={onAccount} hasAll />
            <Button
              type="submit"
              variant="contained"
              startIcon={<SearchIcon />}
              disabled={!canSearch}
              sx={{ height: 38 }}
            >
              {message('ean.search', { count: formats.integer(valid.length) })}
            </Button>
            {!canAct && (
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {message('ean.auditor')}
              </Typography>
            )}
          </Box>
        </Box>
      </Panel>
      {last?.error && <ProblemNotice error={last.error} onRetry={() => send()} />}
      {isPending && [1, 2].map((key) => <Skeleton key={key} variant="rounded" height={132} />)}
      {last?.data && <Results found={last.data} onMatch={onMatch} />}
      {last === undefined && (
        <EmptyState icon={ScanIcon} title={message('ean.empty')} hint={message('ean.empty_hint')} />
      )}
    </Box>
  );
};
