import ImageIcon from '@mui/icons-material/ImageOutlined';
import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CopyText } from '../common/CopyText.js';
import { useMessage } from '../i18n/useMessage.js';
import type { Candidate } from './eanRecord.js';

type Shown = Pick<
  Candidate,
  'product_name' | 'brand_name' | 'category_name' | 'part_number_key' | 'product_image' | 'site_url'
>;

const Elsewhere = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} target="_blank" rel="noopener noreferrer" variant="caption">
    {children}
  </Link>
);

/**
 * A product of the marketplace. Its picture lies with a foreign host, from which the panel loads nothing: it opens on
 * demand, in a tab of its own.
 */
export const MarketplaceProduct = ({ product, children }: { product: Shown; children?: ReactNode }) => {
  const message = useMessage();
  return (
    <Box sx={{ display: 'flex', gap: 1.5, minWidth: 0 }}>
      <Box
        sx={({ palette }) => ({
          width: 64,
          height: 64,
          flex: 'none',
          display: 'grid',
          placeItems: 'center',
          borderRadius: 1,
          border: `1px solid ${palette.line}`,
          backgroundColor: palette.wash,
          color: 'text.secondary',
        })}
      >
        <ImageIcon aria-hidden />
      </Box>
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
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          {product.product_image && <Elsewhere href={product.product_image}>{message('ean.picture')}</Elsewhere>}
          {product.site_url && <Elsewhere href={product.site_url}>{message('ean.on_site')}</Elsewhere>}
        </Box>
        {children}
      </Box>
    </Box>
  );
};
