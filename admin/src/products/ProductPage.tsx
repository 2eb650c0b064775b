import ProductsIcon from '@mui/icons-material/Inventory2Outlined';
import { Box, FormControlLabel, Switch, Tab, Tabs, Typography } from '@mui/material';
import { useCallback } from 'react';
import { DataTable, ListBase, useListContext, type RaRecord } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAccountScope } from '../common/AccountScope.js';
import { CopyText } from '../common/CopyText.js';
import { EmptyState } from '../common/EmptyState.js';
import { FilterSelect } from '../common/FilterSelect.js';
import { ListStates } from '../common/ListStates.js';
import { RelativeTime } from '../common/Moment.js';
import { Money } from '../common/Money.js';
import { PageHeader } from '../common/PageHeader.js';
import { saidOnPage } from '../common/saidOnPage.js';
import { SearchField } from '../common/SearchField.js';
import { HealthChip } from '../common/StateChip.js';
import { tableSx } from '../common/tableSx.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OfferRow, ProductRow } from './productRecord.js';

interface PriceProps {
  readonly amount: string | null;
  readonly currency: string;
  readonly digits?: 2 | 4;
}

const Price = ({ amount, currency, digits = 4 }: PriceProps) => {
  const message = useMessage();
  return amount ? <Money amount={amount} currency={currency} digits={digits} /> : <>{message('common.none')}</>;
};

const useFilters = () => {
  const { filterValues, setFilters } = useListContext();
  const change = useCallback(
    (name: string, value: unknown) => {
      const next = Object.entries({ ...filterValues, [name]: value }).filter(
        ([, one]) => one !== undefined && one !== '' && one !== false,
      );
      setFilters(Object.fromEntries(next));
    },
    [filterValues, setFilters],
  );
  return { filterValues, change };
};

const FilterBar = ({ stock }: { stock: boolean }) => {
  const message = useMessage();
  const { filterValues, change } = useFilters();
  const search = useCallback((q: string) => change('q', q), [change]);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 1.5, alignItems: 'center' }}>
      <SearchField value={String(filterValues['q'] ?? '')} label={message('products.search')} onSearch={search} />
      {stock && (
        <FilterSelect
          label={message('products.stock')}
          value={filterValues['in_stock'] === undefined ? '' : String(filterValues['in_stock'])}
          choices={[
            { value: 'true', label: message('products.in_stock') },
            { value: 'false', label: message('products.out_of_stock') },
          ]}
          onChange={(value) => change('in_stock', value)}
        />
      )}
      {!stock && (
        <FormControlLabel
          control={
            <Switch
              size="small"
              checked={filterValues['buy_box_lost'] === true}
              onChange={(_event, checked) => change('buy_box_lost', checked)}
            />
          }
          label={message('products.buy_box_lost')}
        />
      )}
      <FormControlLabel
        control={
          <Switch
            size="small"
            checked={filterValues['include_inactive'] === true}
            onChange={(_event, checked) => change('include_inactive', checked)}
          />
        }
        label={message('products.with_inactive')}
      />
    </Box>
  );
};

const ProductColumn = DataTable.Col<ProductRow>;

const Products = () => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <DataTable<ProductRow> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <ProductColumn
        source="sku"
        label={message('products.sku')}
        render={(row) => (row.sku ? <CopyText text={row.sku} /> : message('common.none'))}
      />
      <ProductColumn
        source="name"
        label={message('products.name')}
        render={(row) => (
          <Box sx={{ minWidth: 200, maxWidth: 420 }}>
            <Typography variant="body2">{row.name}</Typography>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {[row.brand, row.category_name, row.part_number_key, row.eans[0]].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
        )}
      />
      <ProductColumn source="account_type" disableSort label={message('account.label')} />
      <ProductColumn
        align="right"
        source="price_net"
        label={message('products.price_net')}
        render={(row) => <Price amount={row.price_net} currency={row.currency} />}
      />
      <ProductColumn
        align="right"
        source="price_gross"
        disableSort
        label={message('products.price_gross')}
        render={(row) => <Price amount={row.price_gross} currency={row.currency} digits={2} />}
      />
      <ProductColumn
        align="right"
        source="stock"
        label={message('products.stock')}
        render={(row) => (row.stock_quantity === null ? message('common.none') : formats.integer(row.stock_quantity))}
      />
      <ProductColumn
        source="is_active"
        disableSort
        label={message('products.status')}
        render={(row) => (
          <HealthChip ok={row.is_active ? true : null}>
            {message(row.is_active ? 'products.active' : 'products.inactive')}
          </HealthChip>
        )}
      />
      <ProductColumn
        source="last_synced_at"
        label={message('products.synced')}
        render={(row) => <RelativeTime at={row.last_synced_at} />}
      />
    </DataTable>
  );
};

const OfferColumn = DataTable.Col<OfferRow>;

const Offers = () => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <DataTable<OfferRow> bulkActionButtons={false} rowClick={false} sx={tableSx}>
      <OfferColumn
        source="sku"
        label={message('products.sku')}
        render={(row) => (row.sku ? <CopyText text={row.sku} /> : message('common.none'))}
      />
      <OfferColumn source="account_type" disableSort label={message('account.label')} />
      <OfferColumn
        align="right"
        source="price_net"
        label={message('products.price_net')}
        render={(row) => <Price amount={row.price_net} currency={row.currency} />}
      />
      {(['min_price_net', 'max_price_net', 'recommended_price_net'] as const).map((name) => (
        <OfferColumn
          align="right"
          key={name}
          source={name}
          disableSort
          label={message(
            name === 'min_price_net'
              ? 'products.min'
              : name === 'max_price_net'
                ? 'products.max'
                : 'products.recommended',
          )}
          render={(row) => <Price amount={row[name]} currency={row.currency} />}
        />
      ))}
      <OfferColumn
        align="right"
        source="stock"
        label={message('products.stock')}
        render={(row) => (row.stock === null ? message('common.none') : formats.integer(row.stock))}
      />
      <OfferColumn
        align="right"
        source="available_stock"
        disableSort
        label={message('products.available')}
        render={(row) => (row.available_stock === null ? message('common.none') : formats.integer(row.available_stock))}
      />
      <OfferColumn
        align="right"
        source="buy_button_rank"
        disableSort
        label={message('products.rank')}
        render={(row) => row.buy_button_rank ?? message('common.none')}
      />
      <OfferColumn
        align="right"
        source="best_offer_price"
        disableSort
        label={message('products.best')}
        render={(row) => <Price amount={row.best_offer_price} currency={row.currency} />}
      />
      <OfferColumn
        source="last_synced_at"
        label={message('products.synced')}
        render={(row) => <RelativeTime at={row.last_synced_at} />}
      />
    </DataTable>
  );
};

const NoProducts = () => {
  const message = useMessage();
  const { filterValues } = useListContext<RaRecord>();
  const isFiltered = Object.keys(filterValues).length > 0;
  return (
    <EmptyState
      icon={ProductsIcon}
      title={message(isFiltered ? 'products.none_filtered' : 'products.none')}
      {...(!isFiltered && { hint: message('products.none_hint') })}
    />
  );
};

/** The catalogue as the marketplace shows it, and the offers beneath it. */
export const ProductPage = () => {
  const message = useMessage();
  const [account] = useAccountScope();
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'offers' ? 'offers' : 'products';
  return (
    <>
      <PageHeader title={message('products.title')} />
      <Tabs
        value={tab}
        onChange={(_event, next: string) => setSearch(next === 'offers' ? { tab: next } : {})}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value="products" label={message('products.tab_products')} />
        <Tab value="offers" label={message('products.tab_offers')} />
      </Tabs>
      <ListBase
        key={tab}
        resource={tab}
        queryOptions={saidOnPage}
        perPage={25}
        sort={{ field: 'sku', order: 'ASC' }}
        filter={account ? { account_type: account } : {}}
        disableSyncWithLocation={tab === 'offers'}
        storeKey={`magflow.${tab}`}
      >
        <FilterBar stock={tab === 'products'} />
        <ListStates empty={<NoProducts />}>{tab === 'products' ? <Products /> : <Offers />}</ListStates>
      </ListBase>
    </>
  );
};
