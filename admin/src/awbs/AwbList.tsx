import AwbIcon from '@mui/icons-material/LocalShippingOutlined';
import { Box } from '@mui/material';
import { useCallback, useMemo } from 'react';
import { ListBase } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
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
import { useMessage } from '../i18n/useMessage.js';
import type { LiveMessage } from '../live/liveMessage.js';
import { AwbDetails } from './AwbDetails.js';
import type { AwbListTab, AwbRow } from './awbRecord.js';
import { AwbCards, AwbTable } from './AwbTable.js';

const movesAwbs = ({ type }: LiveMessage): boolean => type.startsWith('awb_') || type === 'notification';

const FilterBar = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 1.5, alignItems: 'center' }}>
      <SearchField value={textOf('q')} label={message('awbs.search')} onSearch={search} />
      <Box sx={{ ml: 'auto' }}>
        <ExportButton name="awbs" />
      </Box>
    </Box>
  );
};

const Awbs = ({ tab }: { tab: AwbListTab }) => {
  const message = useMessage();
  const isPhone = useIsPhone();
  const { row, shown, show } = useRowCursor<AwbRow>();
  return (
    <>
      <FilterBar />
      <ListWithPreview
        title={row ? `AWB ${row.awb_number ?? message('awbs.no_number')}` : null}
        hint={message('awbs.choose')}
        preview={row && <AwbDetails key={row.id} awb={row} />}
        onClose={() => show(null)}
      >
        <LiveRows moves={movesAwbs}>
          <ListStates
            empty={
              <ListEmpty
                icon={AwbIcon}
                title={message(`awbs.empty.${tab}`)}
                hint={message(tab === 'doubt' ? 'awbs.doubt_none_hint' : 'awbs.none_hint')}
              />
            }
          >
            {isPhone ? <AwbCards onShow={show} /> : <AwbTable shown={shown} onShow={show} />}
          </ListStates>
        </LiveRows>
      </ListWithPreview>
    </>
  );
};

interface AwbListProps {
  readonly tab: AwbListTab;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** AWBs of one tab, with the chosen one beside them. */
export const AwbList = ({ tab, filter }: AwbListProps) => {
  const [account] = useAccountScope();
  const narrowed = useMemo(() => ({ ...filter, ...(account && { account_type: account }) }), [filter, account]);
  return (
    <ListBase<AwbRow>
      resource="awbs"
      queryOptions={saidOnPage}
      perPage={50}
      sort={{ field: 'issued_at', order: 'DESC' }}
      filter={narrowed}
      storeKey={false}
    >
      <Awbs tab={tab} />
    </ListBase>
  );
};
