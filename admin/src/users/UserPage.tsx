import AddIcon from '@mui/icons-material/PersonAddAltOutlined';
import PeopleIcon from '@mui/icons-material/GroupOutlined';
import { Box, Button, Dialog, DialogActions, DialogContent } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { DataTable, ListBase, useGetIdentity } from 'react-admin';
import { EmptyState } from '../common/EmptyState.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { FilterBar } from '../common/FilterBar.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { PageHeader } from '../common/PageHeader.js';
import { ProblemNotice } from '../common/ProblemNotice.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { HealthChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useListFilters } from '../common/useListFilters.js';
import { useIsAdmin } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import { OneTimePassword, UserDialog } from './UserDialog.js';
import { changeUser, resetPassword, type UserRecord } from './userRecord.js';

const Column = DataTable.Col<UserRecord>;
type Asked = 'role' | 'switch' | 'reset' | null;

const Verbs = ({ user }: { user: UserRecord }) => {
  const message = useMessage();
  const queryClient = useQueryClient();
  const { identity } = useGetIdentity();
  const [asked, setAsked] = useState<Asked>(null);
  const again = () => queryClient.invalidateQueries({ queryKey: ['users'] });
  const reset = useMutation({ mutationFn: () => resetPassword(user.id), onSettled: again });
  const change = useMutation({
    mutationFn: () => changeUser(user.id, { is_active: !user.is_active }),
    onSettled: again,
  });
  const close = () => setAsked(null);
  const shown = reset.data ?? reset.error ?? change.error;
  const isSelf = identity?.id === user.id;
  const verb = message(user.is_active ? 'users.disable' : 'users.enable');
  return (
    <Box sx={{ display: 'flex', gap: 0.5, whiteSpace: 'nowrap' }}>
      <Button size="small" onClick={() => setAsked('role')}>
        {message('users.change_role')}
      </Button>
      <Button size="small" onClick={() => setAsked('reset')}>
        {message('users.reset')}
      </Button>
      {!isSelf && (
        <Button size="small" color="inherit" onClick={() => setAsked('switch')}>
          {verb}
        </Button>
      )}
      {asked === 'role' && <UserDialog user={user} onClose={close} />}
      <ConfirmDialog open={asked === 'switch'} verb={verb} onConfirm={() => change.mutate()} onClose={close}>
        {message(user.is_active ? 'users.disable_confirm' : 'users.enable_confirm', { username: user.username })}
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'reset'}
        verb={message('users.reset')}
        onConfirm={() => reset.mutate()}
        onClose={close}
      >
        {message('users.reset_confirm', { username: user.username })}
      </ConfirmDialog>
      <Dialog
        open={Boolean(shown)}
        onClose={() => {
          reset.reset();
          change.reset();
        }}
        maxWidth="xs"
        fullWidth
      >
        <DialogContent>
          {reset.data && <OneTimePassword username={user.username} password={reset.data.one_time_password} />}
          {(reset.error ?? change.error) && <ProblemNotice error={reset.error ?? change.error} />}
        </DialogContent>
        <DialogActions>
          <Button
            onClick={() => {
              reset.reset();
              change.reset();
            }}
          >
            {message('common.close')}
          </Button>
        </DialogActions>
      </Dialog>
    </Box>
  );
};

const Filters = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <FilterBar search={<SearchField value={textOf('q')} label={message('users.search')} onSearch={search} />}>
      {null}
    </FilterBar>
  );
};

/** Who may come in, and what each may do. */
export const UserPage = () => {
  const message = useMessage();
  const isAdmin = useIsAdmin();
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
      <ListStates empty={<EmptyState icon={PeopleIcon} title={message('users.none')} />}>
        <DataTable<UserRecord> bulkActionButtons={false} rowClick={false} sx={tableSx}>
          <Column source="username" label={message('users.username')} />
          <Column
            source="roles"
            disableSort
            label={message('users.role')}
            render={({ roles }) => roles.map((role) => message(`users.roles.${role}`)).join(', ')}
          />
          <Column
            source="is_active"
            disableSort
            label={message('users.state')}
            render={({ is_active, must_change_password }) => (
              <HealthChip ok={is_active ? (must_change_password ? null : true) : false}>
                {message(
                  !is_active ? 'users.disabled' : must_change_password ? 'users.one_time_state' : 'users.active',
                )}
              </HealthChip>
            )}
          />
          <Column
            source="created_at"
            label={message('users.created')}
            render={({ created_at }) => <RelativeTime at={created_at} />}
          />
          <Column disableSort label="" render={(user) => <Verbs user={user} />} />
        </DataTable>
      </ListStates>
      {isAdding && <UserDialog onClose={() => setAdding(false)} />}
    </ListBase>
  );
};
