import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CopyText } from '../common/CopyText.js';
import { ProductPicture } from '../common/ProductPicture.js';
import { useMessage } from '../i18n/useMessage.js';
import type { Candidate } from './eanRecord.js';

type Shown = Pick<
  Candidate,
  'product_name' | 'brand_name' | 'category_name' | 'part_number_key' | 'picture_url' | 'site_url'
>;

/** A product of the marketplace, with its picture. */
export const MarketplaceProduct = ({ product, children }: { product: Shown; children?: ReactNode }) => {
  const message = useMessage();
  return (
    <Box sx={{ display: 'flex', gap: 1.5, minWidth: 0 }}>
      <ProductPicture url={product.picture_url} size={80} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {product.product_name}
        </Typography>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {[product.brand_name, product.category_name].filter(Boolean).join(' · ')}
        </Typography>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          PNK <CopyText text={product.part_number_key} />
        </Typography>
        {product.site_url && (
          <Link href={product.site_url} target="_blank" rel="noopener noreferrer" variant="caption">
            {message('ean.on_site')}
          </Link>
        )}
        {children}
      </Box>
    </Box>
  );
};
