import AddIcon from '@mui/icons-material/PersonAddAltOutlined';
import PeopleIcon from '@mui/icons-material/GroupOutlined';
import { Box, Button, Card, Typography } from '@mui/material';
import { useCallback, useState } from 'react';
import { DataTable, ListBase, useListContext } from 'react-admin';
import { ListEmpty } from '../common/ListEmpty.js';
import { FilterBar } from '../common/FilterBar.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { HealthChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useListFilters } from '../common/useListFilters.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { UserDialog } from './UserDialog.js';
import type { UserRecord } from './userRecord.js';
import { UserVerbs } from './UserVerbs.js';

const Column = DataTable.Col<UserRecord>;
const Filters = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return <FilterBar search={<SearchField value={textOf('q')} label={message('users.search')} onSearch={search} />} />;
};

const UserState = ({ user: { is_active, must_change_password } }: { user: UserRecord }) => {
  const message = useMessage();
  return (
    <HealthChip ok={is_active ? (must_change_password ? null : true) : false}>
      {message(!is_active ? 'users.disabled' : must_change_password ? 'users.one_time_state' : 'users.active')}
    </HealthChip>
  );
};

const useRoleNames = (): ((user: UserRecord) => string) => {
  const message = useMessage();
  return ({ roles }) => roles.map((role) => message(`users.roles.${role}`)).join(', ');
};

const Table = () => {
  const message = useMessage();
  const rolesOf = useRoleNames();
  return (
    <DataTable<UserRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <Column source="username" label={message('users.username')} />
      <Column source="roles" disableSort label={message('users.role')} render={rolesOf} />
      <Column
        source="is_active"
        disableSort
        label={message('users.state')}
        render={(user) => <UserState user={user} />}
      />
      <Column
        source="created_at"
        label={message('users.created')}
        render={({ created_at }) => <RelativeTime at={created_at} />}
      />
      <Column disableSort label="" render={(user) => <UserVerbs user={user} />} />
    </DataTable>
  );
};

/** The list on a phone. */
const Cards = () => {
  const rolesOf = useRoleNames();
  const { data = [] } = useListContext<UserRecord>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((user) => (
        <Card key={user.id} sx={{ p: 1.5 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
            <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
              {user.username}
            </Typography>
            <UserState user={user} />
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {rolesOf(user)} · <RelativeTime at={user.created_at} />
          </Typography>
          <UserVerbs user={user} />
        </Card>
      ))}
    </Box>
  );
};

/** Who may come in, and what each may do. */
export const UserPage = () => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
  const isPhone = useIsPhone();
  const [isAdding, setAdding] = useState(false);
  return (
    <ListBase<UserRecord>
      resource="users"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'username', order: 'ASC' }}
    >
      <PageHeader title={message('users.title')}>
        {isAdmin && (
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {message('users.add')}
          </Button>
        )}
      </PageHeader>
      <Filters />
      <ListStates empty={<ListEmpty icon={PeopleIcon} title={message('users.none')} />}>
        {isPhone ? <Cards /> : <Table />}
      </ListStates>
      {isAdding && <UserDialog onClose={() => setAdding(false)} />}
    </ListBase>
  );
};
