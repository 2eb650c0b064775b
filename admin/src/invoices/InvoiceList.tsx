import InvoiceIcon from '@mui/icons-material/ReceiptLongOutlined';
import { Box } from '@mui/material';
import { useCallback, useMemo } from 'react';
import { ListBase } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
import { DayField } from '../common/DayField.js';
import { ListEmpty } from '../common/ListEmpty.js';
import { ExportButton } from '../common/ExportButton.js';
import { LiveRows } from '../common/LiveRows.js';
import { ListStates } from '../common/ListStates.js';
import { ListWithPreview } from '../common/ListWithPreview.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useListFilters } from '../common/useListFilters.js';
import { useRowCursor } from '../common/useRowCursor.js';
import type { MessageKey } from '../i18n/sentences.js';
import { useMessage } from '../i18n/useMessage.js';
import type { LiveMessage } from '../live/liveMessage.js';
import { InvoiceDetails } from './InvoiceDetails.js';
import type { InvoiceRow } from './invoiceRecord.js';
import { InvoiceCards, InvoiceTable } from './InvoiceTable.js';

const DAYS = [
  ['from', 'invoices.from'],
  ['to', 'invoices.to'],
] as const satisfies readonly (readonly [string, MessageKey])[];

const movesInvoices = ({ type }: LiveMessage): boolean => type.startsWith('invoice_') || type === 'notification';

const FilterBar = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 1.5, alignItems: 'center' }}>
      <SearchField value={textOf('q')} label={message('invoices.search')} onSearch={search} />
      {DAYS.map(([name, label]) => (
        <DayField key={name} label={message(label)} value={textOf(name)} onChange={(day) => change(name, day)} />
      ))}
      <Box sx={{ ml: 'auto' }}>
        <ExportButton name="invoices" />
      </Box>
    </Box>
  );
};

const Invoices = ({ empty }: { empty: MessageKey }) => {
  const message = useMessage();
  const isPhone = useIsPhone();
  const { row, shown, show } = useRowCursor<InvoiceRow>();
  return (
    <>
      <FilterBar />
      <ListWithPreview
        title={row ? row.number : null}
        hint={message('invoices.choose')}
        preview={row && <InvoiceDetails key={row.id} invoice={row} />}
        onClose={() => show(null)}
      >
        <LiveRows moves={movesInvoices}>
          <ListStates
            empty={<ListEmpty icon={InvoiceIcon} title={message(empty)} hint={message('invoices.none_hint')} />}
          >
            {isPhone ? <InvoiceCards onShow={show} /> : <InvoiceTable shown={shown} onShow={show} />}
          </ListStates>
        </LiveRows>
      </ListWithPreview>
    </>
  );
};

interface InvoiceListProps {
  readonly filter: Readonly<Record<string, unknown>>;
  /** What is said when there is none. */
  readonly empty: MessageKey;
}

/** Invoices or stornos, newest first, with the chosen one beside them. */
export const InvoiceList = ({ filter, empty }: InvoiceListProps) => {
  const [account] = useAccountScope();
  const narrowed = useMemo(() => ({ ...filter, ...(account && { account_type: account }) }), [filter, account]);
  return (
    <ListBase<InvoiceRow>
      resource="invoices"
      queryOptions={saidOnPage}
      perPage={50}
      sort={{ field: 'issued_at', order: 'DESC' }}
      filter={narrowed}
      storeKey={false}
    >
      <Invoices empty={empty} />
    </ListBase>
  );
};
