import OperationsIcon from '@mui/icons-material/ChecklistOutlined';
import { useCallback } from 'react';
import { ListBase } from 'react-admin';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { ListEmpty } from '../common/ListEmpty.js';
import { ExportButton } from '../common/ExportButton.js';
import { FilterBar } from '../common/FilterBar.js';
import { FilterSelect } from '../common/FilterSelect.js';
import { LiveRows } from '../common/LiveRows.js';
import { ListStates } from '../common/ListStates.js';
import { ListWithPreview } from '../common/ListWithPreview.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useListFilters } from '../common/useListFilters.js';
import { useRowCursor } from '../common/useRowCursor.js';
import { useMessage } from '../i18n/useMessage.js';
import { OperationDetails } from './OperationDetails.js';
import { movesOperations, type OperationRecord } from './operationRecord.js';
import { OperationCards, OperationTable } from './OperationTable.js';

const KINDS = [
  'bulk_acknowledge_orders',
  'bulk_generate_awbs',
  'bulk_generate_invoices',
  'acknowledge_order',
  'change_order_status',
  'generate_awb',
  'generate_invoice',
  'issue_storno',
  'attach_document',
  'change_offer',
  'sync_orders',
  'sync_offers',
] as const;
const STATES = ['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled', 'in_doubt'] as const;

const Filters = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <FilterBar
      search={<SearchField value={textOf('q')} label={message('operations.search')} onSearch={search} />}
      aside={<ExportButton name="operations" />}
    >
      <FilterSelect
        label={message('operations.kind')}
        value={textOf('kind')}
        choices={KINDS.map((value) => ({ value, label: message(`operations.kinds.${value}`) }))}
        onChange={(value) => change('kind', value)}
      />
      <FilterSelect
        label={message('operations.state')}
        value={textOf('state')}
        choices={STATES.map((value) => ({ value, label: message(`operations.states.${value}`) }))}
        onChange={(value) => change('state', value)}
      />
    </FilterBar>
  );
};

/** The shown operation stands in the address, beside the list's own filters. */
const useShownOperation = () => {
  const { id = null } = useParams();
  const navigate = useNavigate();
  const { search } = useLocation();
  const show = useCallback(
    (next: string | null) => void navigate({ pathname: next === null ? '/operations' : `/operations/${next}`, search }),
    [navigate, search],
  );
  return { shown: id, show };
};

const Operations = () => {
  const message = useMessage();
  const isPhone = useIsPhone();
  const { shown, show } = useRowCursor<OperationRecord>(useShownOperation());
  return (
    <ListWithPreview
      title={shown && message('operations.kind')}
      preview={shown && <OperationDetails key={shown} id={shown} />}
      onClose={() => show(null)}
    >
      <LiveRows moves={movesOperations} pauseMs={1_000}>
        <ListStates
          empty={
            <ListEmpty
              icon={OperationsIcon}
              title={message('operations.none')}
              hint={message('operations.none_hint')}
            />
          }
        >
          {isPhone ? <OperationCards onShow={show} /> : <OperationTable shown={shown} onShow={show} />}
        </ListStates>
      </LiveRows>
    </ListWithPreview>
  );
};

/** Everything that was asked of the marketplace, and what came of it. */
export const OperationPage = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  return (
    <>
      <PageHeader title={message('operations.title')} />
      <ListBase<OperationRecord>
        resource="operations"
        queryOptions={saidOnPage}
        perPage={25}
        sort={{ field: 'created_at', order: 'DESC' }}
        filter={account ? { account_type: account } : {}}
        storeKey="magflow.operations"
      >
        <Filters />
        <Operations />
      </ListBase>
    </>
  );
};
