import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { CopyText } from '../common/CopyText.js';
import { Money } from '../common/Money.js';
import { Panel } from '../common/Panel.js';
import { ProductPicture } from '../common/ProductPicture.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderRecord, PricedLine } from './orderRecord.js';
import { isZero } from './orderRules.js';
import { Was } from './timeTravel.js';

/** A code moves to the next line whole, and breaks only where it is longer than one. */
const codeSx = { display: 'inline-block', maxWidth: '100%', overflowWrap: 'anywhere' } as const;

const LineName = ({ line }: { line: PricedLine }) => {
  const message = useMessage();
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1.5 }}>
      <ProductPicture url={line.picture_url} size={48} />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 550, textDecoration: line.is_active ? 'none' : 'line-through' }}>
          {line.name}
        </Typography>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {line.sku && (
            <Box component="span" sx={codeSx}>
              {message('orders.line.sku')} <CopyText text={line.sku} />
            </Box>
          )}{' '}
          {line.part_number_key && (
            <Box component="span" sx={codeSx}>
              {message('orders.line.pnk')} <CopyText text={line.part_number_key} />
            </Box>
          )}
          <Was path={`/products/${line.id}/is_active`}>{!line.is_active && ` ${message('orders.line.inactive')}`}</Was>
        </Typography>
      </Box>
    </Box>
  );
};

/** What is in the parcel, and what it costs, net and gross. */
export const OrderLines = ({ order }: { order: OrderRecord }) => {
  const message = useMessage();
  const formats = useFormats();
  return (
    <Panel title={message('orders.section.lines')} flush>
      <Table
        size="small"
        sx={{
          '& td, & th': { px: { xs: 1, xl: 2 } },
          '& td:first-of-type, & th:first-of-type': { pl: 2 },
          '& td:last-of-type, & th:last-of-type': { pr: 2 },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{message('orders.line.product')}</TableCell>
            <TableCell align="right">{message('orders.line.quantity')}</TableCell>
            <TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
              {message('orders.line.net')}
            </TableCell>
            <TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
              {message('orders.line.vat')}
            </TableCell>
            <TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
              {message('orders.line.gross')}
            </TableCell>
            <TableCell align="right">{message('orders.line.total')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {order.products.length === 0 && (
            <TableRow>
              <TableCell colSpan={6} sx={{ color: 'text.secondary' }}>
                {message('orders.line.none')}
              </TableCell>
            </TableRow>
          )}
          {order.products.map((line) => (
            <TableRow key={line.id} sx={{ opacity: line.is_active ? 1 : 0.6 }}>
              <TableCell sx={{ minWidth: { xs: 160, sm: 200 } }}>
                <LineName line={line} />
              </TableCell>
              <TableCell align="right" sx={{ fontWeight: 600 }}>
                <Was path={`/products/${line.id}/quantity`}>{line.quantity}</Was>
                {line.initial_quantity !== null && line.initial_quantity !== line.quantity && (
                  <Typography variant="caption" component="div" noWrap sx={{ color: 'text.secondary' }}>
                    {message('orders.line.initial', { count: line.initial_quantity })}
                  </Typography>
                )}
              </TableCell>
              <TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                <Was path={`/products/${line.id}/unit_price_net`}>
                  <Money amount={line.unit_price_net} currency={line.currency} digits={4} />
                </Was>
              </TableCell>
              <TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                {formats.percent(line.vat_rate)}
              </TableCell>
              <TableCell align="right" sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                <Money amount={line.unit_price_gross} currency={line.currency} />
              </TableCell>
              <TableCell align="right">
                <Was path={`/products/${line.id}/total_gross`}>
                  <Money amount={line.total_gross} currency={line.currency} />
                </Was>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Amounts order={order} />
    </Panel>
  );
};

/** From the lines to what the customer owes, to the last ban. */
const Amounts = ({ order }: { order: OrderRecord }) => {
  const message = useMessage();
  const { amounts, currency } = order;
  const rows = (['lines_net', 'lines_vat', 'lines_gross', 'deposits', 'shipping', 'vouchers'] as const).filter(
    (name) => name.startsWith('lines') || !isZero(amounts[name]),
  );
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end', px: 2, py: 1.5 }}>
      <Box component="dl" sx={{ m: 0, width: '100%', maxWidth: 320, fontSize: '0.8125rem' }}>
        {rows.map((name) => (
          <Box key={name} sx={{ display: 'flex', justifyContent: 'space-between', py: 0.25 }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {message(`orders.amount.${name}`)}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              <Was path={`/amounts/${name}`}>
                <Money amount={amounts[name]} currency={currency} />
              </Was>
            </Box>
          </Box>
        ))}
        <Box
          sx={{
            display: 'flex',
            justifyContent: 'space-between',
            borderTop: 1,
            borderColor: 'divider',
            mt: 0.5,
            pt: 0.75,
            fontSize: '0.9375rem',
            fontWeight: 650,
          }}
        >
          <dt>{message('orders.amount.total')}</dt>
          <Box component="dd" sx={{ m: 0 }}>
            <Was path="/amounts/total">
              <Money amount={amounts.total} currency={currency} />
            </Was>
          </Box>
        </Box>
        {!isZero(amounts.cod) && (
          <Box sx={{ display: 'flex', justifyContent: 'space-between', color: 'text.secondary', pt: 0.25 }}>
            <dt>{message('orders.amount.cod')}</dt>
            <Box component="dd" sx={{ m: 0 }}>
              <Money amount={amounts.cod} currency={currency} />
            </Box>
          </Box>
        )}
      </Box>
    </Box>
  );
};
