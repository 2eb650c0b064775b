import ProductsIcon from '@mui/icons-material/Inventory2Outlined';
import { Button, Tab, Tabs } from '@mui/material';
import { ListBase } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { ListEmpty } from '../common/ListEmpty.js';
import { ExportButton } from '../common/ExportButton.js';
import { LiveRows } from '../common/LiveRows.js';
import { ListStates } from '../common/ListStates.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { useMessage } from '../i18n/useMessage.js';
import { hasSynced, type LiveMessage } from '../live/liveMessage.js';
import { CatalogueList } from './CatalogueList.js';
import { OfferList } from './OfferList.js';
import { ProductFilterBar } from './ProductFilterBar.js';

const NothingThere = () => {
  const message = useMessage();
  return (
    <ListEmpty
      icon={ProductsIcon}
      title={message('products.none')}
      hint={message('products.none_hint')}
      action={
        <Button component={Link} to="/emag" variant="contained">
          {message('products.none_action')}
        </Button>
      }
    />
  );
};

/** A refusal is told as a notification only: the offer itself did not change. */
const movesOffers = (message: LiveMessage): boolean =>
  message.type === 'offer_changed' || message.type === 'notification' || hasSynced(message, 'offers');

/** The catalogue across accounts, and the offers one by one. */
export const ProductPage = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  const navigate = useNavigate();
  // In the path: the list itself keeps its filters, order and page behind the question mark.
  const list = useParams()['tab'] === 'offers' ? 'offers' : 'catalogue';
  return (
    <ListBase
      key={list}
      resource={list}
      queryOptions={saidOnPage}
      perPage={25}
      sort={{ field: list === 'offers' ? 'sku' : 'name', order: 'ASC' }}
      filter={account ? { account_type: account } : {}}
      storeKey={`magflow.${list}`}
    >
      <PageHeader title={message('products.title')}>
        <ExportButton name={list} />
      </PageHeader>
      <Tabs
        value={list}
        onChange={(_event, next: string) => void navigate(next === 'offers' ? '/products/offers' : '/products')}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value="catalogue" label={message('products.tab_products')} />
        <Tab value="offers" label={message('products.tab_offers')} />
      </Tabs>
      <ProductFilterBar list={list} />
      <LiveRows moves={movesOffers} pauseMs={1_000}>
        <ListStates empty={<NothingThere />}>{list === 'offers' ? <OfferList /> : <CatalogueList />}</ListStates>
      </LiveRows>
    </ListBase>
  );
};
