import { Link as MuiLink, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { Money } from '../common/Money.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { Dashboard } from './dashboardRecord.js';

/** Products by what they sold, each a door to the product. */
export const TopProducts = ({ dashboard: { top_products } }: { dashboard: Dashboard }) => {
  const formats = useFormats();
  const message = useMessage();
  if (top_products.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', p: 2, textAlign: 'center' }}>
        {message('dashboard.no_sales')}
      </Typography>
    );
  }
  return (
    <Table size="small" sx={{ '& tbody tr:last-child td': { borderBottom: 0 } }}>
      <TableHead>
        <TableRow>
          <TableCell>{message('dashboard.product')}</TableCell>
          <TableCell align="right">{message('dashboard.units')}</TableCell>
          <TableCell align="right">{message('dashboard.sales_gross')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {top_products.map(({ sku, name, quantity, sales_gross, currency }) => (
          <TableRow key={`${sku} ${currency}`}>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              <MuiLink
                component={Link}
                to={`/products?filter=${encodeURIComponent(JSON.stringify({ q: sku }))}`}
                color="inherit"
              >
                {name}
              </MuiLink>
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {sku}
              </Typography>
            </TableCell>
            <TableCell align="right">{formats.integer(quantity)}</TableCell>
            <TableCell align="right">
              <Money amount={sales_gross} currency={currency} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
