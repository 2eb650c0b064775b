import { Box, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { OrderStatusChip } from '../common/StateChip.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { Dashboard } from './dashboardRecord.js';
import { ordersDoor } from './doors.js';

/** All orders by where they stand, each a door to its list. */
export const Mix = ({ dashboard: { by_status } }: { dashboard: Dashboard }) => {
  const formats = useFormats();
  const message = useMessage();
  const total = by_status.reduce((sum, { orders }) => sum + orders, 0);
  if (total === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', py: 4, textAlign: 'center' }}>
        {message('orders.none')}
      </Typography>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {by_status.map(({ status_name, orders }) => (
        <Box
          key={status_name}
          component={Link}
          to={ordersDoor({ status: [status_name] })}
          sx={{ color: 'inherit', textDecoration: 'none' }}
        >
          <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: '0.8125rem', mb: 0.25 }}>
            <OrderStatusChip status={status_name} />
            <span>
              {formats.integer(orders)}{' '}
              <Box
                component="span"
                sx={{ color: 'text.secondary', display: 'inline-block', minWidth: 52, textAlign: 'right' }}
              >
                {formats.percent(orders / total)}
              </Box>
            </span>
          </Box>
          <Box sx={{ height: 4, borderRadius: 2, backgroundColor: 'divider' }}>
            <Box
              sx={{
                height: 4,
                borderRadius: 2,
                width: `${Math.max(0.5, (orders * 100) / total)}%`,
                backgroundColor: 'primary.main',
              }}
            />
          </Box>
        </Box>
      ))}
    </Box>
  );
};
