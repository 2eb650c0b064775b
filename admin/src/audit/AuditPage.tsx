import AuditIcon from '@mui/icons-material/FactCheckOutlined';
import { TextField, Typography } from '@mui/material';
import { useCallback } from 'react';
import { DataTable, ListBase } from 'react-admin';
import type { Schemas } from '../api/client.js';
import { EmptyState } from '../common/EmptyState.js';
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
        <TextField
          key={name}
          type="date"
          label={message(`audit.${name}`)}
          value={textOf(name)}
          onChange={({ target }) => change(name, target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      ))}
    </FilterBar>
  );
};

const detailsOf = (details: AuditRecord['details']): string =>
  Object.entries(details)
    .filter(([name]) => name !== 'at')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');

/** Who did what, when and from where. */
export const AuditPage = () => {
  const message = useMessage();
  const word = useWord();
  const actorOf = useActor();
  return (
    <ListBase<AuditRecord>
      resource="audit"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'at', order: 'DESC' }}
    >
      <PageHeader title={message('audit.title')} />
      <Filters />
      <ListStates empty={<EmptyState icon={AuditIcon} title={message('audit.none')} />}>
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
            render={({ object, details }) => (
              <>
                {object.type}:{object.id}
                <Typography
                  variant="caption"
                  component="div"
                  sx={{ color: 'text.secondary', overflowWrap: 'anywhere', maxWidth: 420 }}
                >
                  {detailsOf(details)}
                </Typography>
              </>
            )}
          />
          <Column
            source="ip"
            disableSort
            label={message('audit.ip')}
            render={({ ip }) => ip ?? message('common.none')}
          />
        </DataTable>
      </ListStates>
    </ListBase>
  );
};
