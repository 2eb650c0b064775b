import { Typography, useTheme } from '@mui/material';
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { OrderStatistics } from '../provider/magflowDataProvider.js';

const HEIGHT = 240;

/** Net sales by day in the main currency. */
export const SalesChart = ({ statistics }: { statistics: OrderStatistics }) => {
  const message = useMessage();
  const formats = useFormats();
  const { palette } = useTheme();
  const [main] = [...statistics.sales].sort((a, b) => b.orders - a.orders);
  const days = statistics.by_day
    .filter(({ currency }) => currency === main?.currency)
    .map(({ day, sales_net, orders }) => ({ day, net: Number(sales_net), orders }));
  if (!main || days.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', py: 4, textAlign: 'center' }}>
        {message('dashboard.no_sales')}
      </Typography>
    );
  }
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <AreaChart data={days} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke={palette.divider} />
        <XAxis
          dataKey="day"
          tickFormatter={formats.day}
          tick={{ fontSize: 11, fill: palette.text.secondary }}
          tickLine={false}
          axisLine={{ stroke: palette.divider }}
          minTickGap={40}
        />
        <YAxis
          width={64}
          tickFormatter={(value: number) => formats.integer(value)}
          tick={{ fontSize: 11, fill: palette.text.secondary }}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(day) => formats.date(String(day))}
          formatter={(value) => [
            formats.money(Number(value).toFixed(2), main.currency),
            message('dashboard.sales_net'),
          ]}
          contentStyle={{
            backgroundColor: palette.background.paper,
            border: `1px solid ${palette.divider}`,
            borderRadius: 8,
            fontSize: 12,
          }}
        />
        <Area
          type="monotone"
          dataKey="net"
          stroke={palette.primary.main}
          strokeWidth={2}
          fill={palette.primary.main}
          fillOpacity={0.12}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
};
