import AddIcon from '@mui/icons-material/AddCircleOutlineOutlined';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import BlockIcon from '@mui/icons-material/Block';
import { Box, Button, Card, Typography } from '@mui/material';
import { CopyText } from '../common/CopyText.js';
import { StateChip } from '../common/StateChip.js';
import { useCanAct } from '../common/useRoles.js';
import { useMessage } from '../i18n/useMessage.js';
import type { CatalogueProduct, Found } from './eanRecord.js';
import { MarketplaceProduct } from './MarketplaceProduct.js';

const LOOKS = { has: ['green', CheckIcon], add: ['blue', AddIcon], not: ['red', BlockIcon] } as const;

/** What an account may do with a product: it has an offer, may add one, or may not. */
const Permission = ({ product }: { product: CatalogueProduct }) => {
  const message = useMessage();
  const { account_type: account, vendor_has_offer: has, allowed_to_add_offer: may } = product;
  const key = has ? 'has' : may ? 'add' : 'not';
  const [tone, icon] = LOOKS[key];
  return (
    <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start' }}>
      <StateChip tone={tone} icon={icon}>
        {account}: {message(`ean.may.${key}`)}
      </StateChip>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {message(`ean.why.${key}`)}
      </Typography>
    </Box>
  );
};

const byProduct = (found: readonly CatalogueProduct[]): ReadonlyMap<string, readonly CatalogueProduct[]> => {
  const groups = new Map<string, CatalogueProduct[]>();
  for (const one of found) groups.set(one.part_number_key, [...(groups.get(one.part_number_key) ?? []), one]);
  return groups;
};

interface FoundGroupProps {
  readonly group: Found['results'][number];
  readonly onMatch: (ean: string, account: string) => void;
}

/** One code with the products it stands for; a product that several accounts see is shown once. */
export const FoundGroup = ({ group, onMatch }: FoundGroupProps) => {
  const message = useMessage();
  const canAct = useCanAct();
  const products = byProduct(group.products);
  return (
    <Card component="section" data-ean={group.ean} sx={{ p: 2, display: 'grid', gap: 1.5, alignContent: 'start' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography variant="h3" component="h2">
          <CopyText text={group.ean} />
        </Typography>
        {products.size > 1 && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {message('ean.several', { smart_count: products.size })}
          </Typography>
        )}
        {canAct && (
          <Button
            variant="outlined"
            onClick={() => onMatch(group.ean, group.products[0]?.account_type ?? '')}
            sx={{ ml: 'auto' }}
          >
            {message('ean.to_match')}
          </Button>
        )}
      </Box>
      {[...products].map(
        ([pnk, [product, ...others]]) =>
          product && (
            <MarketplaceProduct key={pnk} product={product}>
              <Box sx={{ display: 'grid', gap: 1, mt: 0.75 }}>
                {[product, ...others].map((one) => (
                  <Permission key={one.account_type} product={one} />
                ))}
              </Box>
            </MarketplaceProduct>
          ),
      )}
    </Card>
  );
};
