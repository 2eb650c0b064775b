import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import { Box, Card, Typography } from '@mui/material';
import { useCallback } from 'react';
import { DataTable, ListBase, useListContext } from 'react-admin';
import type { Schemas } from '../api/client.js';
import { DayField } from '../common/DayField.js';
import { ListEmpty } from '../common/ListEmpty.js';
import { ExportButton } from '../common/ExportButton.js';
import { FilterBar } from '../common/FilterBar.js';
import { FilterSelect } from '../common/FilterSelect.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { tableSx } from '../common/tableSx.js';
import { useActor } from '../common/useActor.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useListFilters } from '../common/useListFilters.js';
import { useMessage, useWord } from '../i18n/useMessage.js';

type AuditRecord = Schemas['AuditEntry'];

const Column = DataTable.Col<AuditRecord>;
const KINDS = [
  'signed_in',
  'signed_out',
  'sign_in_refused',
  'unknown_sign_ins_refused',
  'sign_in_locked',
  'refresh_token_reused',
  'password_changed',
  'password_reset',
  'user_created',
  'user_roles_changed',
  'user_disabled',
  'user_enabled',
  'account_added',
  'account_changed',
  'account_removed',
  'account_tested',
  'callback_secret_rotated',
  'settings_changed',
  'job_started_by_hand',
  'parked_event_replayed',
  'dead_letter_redriven',
  'personal_data_exported',
] as const;

const Filters = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <FilterBar
      search={<SearchField value={textOf('q')} label={message('audit.search')} onSearch={search} />}
      aside={<ExportButton name="audit" />}
    >
      <FilterSelect
        label={message('audit.kind')}
        value={textOf('kind')}
        choices={KINDS.map((value) => ({ value, label: message(`audit.kinds.${value}`) }))}
        onChange={(value) => change('kind', value)}
      />
      {(['from', 'to'] as const).map((name) => (
        <DayField
          key={name}
          label={message(`audit.${name}`)}
          value={textOf(name)}
          onChange={(day) => change(name, day)}
        />
      ))}
    </FilterBar>
  );
};

/** What the time, the kind and the object say already. */
const SAID: readonly string[] = [
  'at',
  'user_id',
  'username',
  'account',
  'job',
  'parked_event_id',
  'dead_letter_id',
  'what',
];

const isChange = (value: unknown): value is { readonly path: string; readonly from: unknown; readonly to: unknown } =>
  typeof value === 'object' && value !== null && 'path' in value && 'from' in value && 'to' in value;

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (isChange(value)) return `${value.path} ${textOf(value.from)} → ${textOf(value.to)}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const useDetails = (): ((details: AuditRecord['details']) => string) => {
  const word = useWord();
  return (details) =>
    Object.entries(details)
      .filter(([name]) => !SAID.includes(name))
      .map(([name, value]) => `${word('audit.details', name)}: ${textOf(value)}`)
      .join(' · ');
};

const Subject = ({ entry: { object, details } }: { entry: AuditRecord }) => {
  const word = useWord();
  const detailsOf = useDetails();
  return (
    <>
      {word('audit.objects', object.type)} {object.id === object.type ? '' : object.id}
      <Typography
        variant="caption"
        component="div"
        sx={{ color: 'text.secondary', overflowWrap: 'anywhere', maxWidth: 420 }}
      >
        {detailsOf(details)}
      </Typography>
    </>
  );
};

const Table = () => {
  const message = useMessage();
  const word = useWord();
  const actorOf = useActor();
  return (
    <DataTable<AuditRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <Column source="at" label={message('audit.at')} render={({ at }) => <RelativeTime at={at} />} />
      <Column
        source="kind"
        disableSort
        label={message('audit.kind')}
        render={({ kind }) => word('audit.kinds', kind)}
      />
      <Column source="actor" disableSort label={message('audit.actor')} render={({ actor }) => actorOf(actor)} />
      <Column
        source="object"
        disableSort
        label={message('audit.object')}
        render={(entry) => <Subject entry={entry} />}
      />
      <Column source="ip" disableSort label={message('audit.ip')} render={({ ip }) => ip ?? message('common.none')} />
    </DataTable>
  );
};

/** The list on a phone. */
const Cards = () => {
  const word = useWord();
  const actorOf = useActor();
  const { data = [] } = useListContext<AuditRecord>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((entry) => (
        <Card key={entry.id} sx={{ p: 1.5 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {word('audit.kinds', entry.kind)}
            </Typography>
            <Typography variant="caption" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              <RelativeTime at={entry.at} />
            </Typography>
          </Box>
          <Typography variant="body2">{[actorOf(entry.actor), entry.ip].filter(Boolean).join(' · ')}</Typography>
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            <Subject entry={entry} />
          </Typography>
        </Card>
      ))}
    </Box>
  );
};

/** Who did what, when and from where. */
export const AuditPage = () => {
  const message = useMessage();
  const isPhone = useIsPhone();
  return (
    <ListBase<AuditRecord>
      resource="audit"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'at', order: 'DESC' }}
    >
      <PageHeader title={message('audit.title')} />
      <Filters />
      <ListStates empty={<ListEmpty icon={AuditIcon} title={message('audit.none')} />}>
        {isPhone ? <Cards /> : <Table />}
      </ListStates>
    </ListBase>
  );
};
