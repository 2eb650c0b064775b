import DecisionIcon from '@mui/icons-material/RuleOutlined';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import { Box, Card, CardActionArea, Collapse, Typography } from '@mui/material';
import { useCallback } from 'react';
import { DataTable, ListBase, useExpanded, useListContext, useRecordContext } from 'react-admin';
import { useAccountScope } from '../common/AccountScope.js';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { ExportButton } from '../common/ExportButton.js';
import { FilterBar } from '../common/FilterBar.js';
import { FilterSelect } from '../common/FilterSelect.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { ProductPicture } from '../common/ProductPicture.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { tableSx } from '../common/tableSx.js';
import { useActor } from '../common/useActor.js';
import { useIsPhone } from '../common/useIsPhone.js';
import { useListFilters } from '../common/useListFilters.js';
import { useMessage } from '../i18n/useMessage.js';
import { RECOMMENDATIONS, type EanDecision } from './eanRecord.js';
import { MatchView, RecommendationChip } from './MatchView.js';

const Column = DataTable.Col<EanDecision>;

const DecisionFilters = () => {
  const message = useMessage();
  const { textOf, change } = useListFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <FilterBar
      search={<SearchField value={textOf('q')} label={message('ean.search_decisions')} onSearch={search} />}
      aside={<ExportButton name="ean-decisions" />}
    >
      <FilterSelect
        label={message('ean.what_to_do')}
        value={textOf('recommendation')}
        choices={RECOMMENDATIONS.map((value) => ({ value, label: message(`ean.recommendation.${value}`) }))}
        onChange={(value) => change('recommendation', value)}
      />
    </FilterBar>
  );
};

const Expanded = () => {
  const decision = useRecordContext<EanDecision>();
  return decision ? (
    <Box sx={{ px: 1 }}>
      <MatchView match={decision} />
    </Box>
  ) : null;
};

const DecisionTable = () => {
  const message = useMessage();
  const actorOf = useActor();
  return (
    <DataTable<EanDecision> bulkActionButtons={false} rowClick="expand" expand={<Expanded />} sx={tableSx}>
      <Column source="ean" label="EAN" render={({ ean }) => <CopyText text={ean} />} />
      <Column
        source="recommendation"
        disableSort
        label={message('ean.what_to_do')}
        render={({ recommendation }) => <RecommendationChip recommendation={recommendation} />}
      />
      <Column
        source="emag_product"
        disableSort
        label={message('ean.theirs')}
        render={({ emag_product: product }) =>
          product ? (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 240 }}>
              <ProductPicture url={product.picture_url} />
              <div>
                <Typography variant="body2">{product.product_name}</Typography>
                <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                  {product.part_number_key}
                </Typography>
              </div>
            </Box>
          ) : (
            message('common.none')
          )
        }
      />
      <Column
        source="local_product"
        disableSort
        label={message('ean.ours')}
        render={({ local_product: product }) => product?.sku ?? product?.name ?? message('common.none')}
      />
      <Column source="account_type" disableSort label={message('account.label')} />
      <Column
        source="decided_by"
        disableSort
        label={message('ean.decided_by')}
        render={({ decided_by }) => actorOf(decided_by)}
      />
      <Column
        source="decided_at"
        label={message('ean.decided_at')}
        render={({ decided_at }) => <RelativeTime at={decided_at} />}
      />
    </DataTable>
  );
};

const DecisionCard = ({ decision }: { decision: EanDecision }) => {
  const actorOf = useActor();
  const [isOpen, toggle] = useExpanded('ean_decisions', decision.id);
  const { emag_product: product } = decision;
  return (
    <Card data-decision={decision.id}>
      <CardActionArea onClick={toggle} aria-expanded={isOpen} sx={{ p: 1.5 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <Typography variant="h3" component="span">
            {decision.ean}
          </Typography>
          <ExpandIcon fontSize="small" sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
        </Box>
        {product && (
          <Box sx={{ display: 'flex', gap: 1.5, my: 0.75 }}>
            <ProductPicture url={product.picture_url} size={56} />
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2">{product.product_name}</Typography>
              <Typography variant="caption" sx={{ color: 'text.secondary' }}>
                {product.part_number_key}
              </Typography>
            </Box>
          </Box>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
          <RecommendationChip recommendation={decision.recommendation} />
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {decision.account_type} · {actorOf(decision.decided_by)} · <RelativeTime at={decision.decided_at} />
          </Typography>
        </Box>
      </CardActionArea>
      <Collapse in={isOpen} unmountOnExit>
        <Box sx={{ px: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <MatchView match={decision} />
        </Box>
      </Collapse>
    </Card>
  );
};

const DecisionCards = () => {
  const { data = [] } = useListContext<EanDecision>();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} />
      ))}
    </Box>
  );
};

const None = () => {
  const message = useMessage();
  const { filterValues } = useListContext();
  const isFiltered = Object.keys(filterValues).length > 0;
  return (
    <EmptyState
      icon={DecisionIcon}
      title={message(isFiltered ? 'ean.decisions_none_filtered' : 'ean.decisions_none')}
      {...(!isFiltered && { hint: message('ean.decisions_none_hint') })}
    />
  );
};

/** What was decided for which code, by whom and when. */
export const DecisionList = () => {
  const [account] = useAccountScope();
  const isPhone = useIsPhone();
  return (
    <ListBase
      resource="ean_decisions"
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: 'decided_at', order: 'DESC' }}
      filter={account ? { account_type: account } : {}}
      storeKey="magflow.ean_decisions"
    >
      <DecisionFilters />
      <ListStates empty={<None />}>{isPhone ? <DecisionCards /> : <DecisionTable />}</ListStates>
    </ListBase>
  );
};
