import { Typography, useTheme } from '@mui/material';
import { Bar, CartesianGrid, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { Dashboard } from './dashboardRecord.js';

export const MONTHS_HEIGHT = 248;

/** Net sales as bars and orders as a line, six months of one currency. */
export const MonthsChart = ({ months, currency }: { months: Dashboard['months']; currency: string | null }) => {
  const message = useMessage();
  const formats = useFormats();
  const { palette } = useTheme();
  const rows = months
    .filter((row) => row.currency === currency)
    .map(({ month, sales_net, orders }) => ({ month, net: Number(sales_net), orders }));
  if (currency === null || rows.every(({ orders }) => orders === 0)) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', py: 4, textAlign: 'center' }}>
        {message('dashboard.no_sales')}
      </Typography>
    );
  }
  const nameOf = (key: unknown): string =>
    key === 'net' ? `${message('dashboard.sales_net')}, ${currency}` : message('dashboard.orders');
  const tick = { fontSize: 11, fill: palette.text.secondary };
  return (
    <ResponsiveContainer width="100%" height={MONTHS_HEIGHT}>
      <ComposedChart data={rows} margin={{ top: 8, right: 0, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke={palette.divider} />
        <XAxis
          dataKey="month"
          tickFormatter={formats.month}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: palette.divider }}
        />
        <YAxis
          yAxisId="net"
          width={64}
          tickFormatter={(value: number) => formats.integer(value)}
          tick={tick}
          tickLine={false}
          axisLine={false}
        />
        <YAxis
          yAxisId="orders"
          orientation="right"
          width={40}
          allowDecimals={false}
          tickFormatter={(value: number) => formats.integer(value)}
          tick={tick}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: palette.action.hover }}
          labelFormatter={(month) => formats.month(String(month))}
          formatter={(value, name) =>
            name === 'net'
              ? [formats.money(Number(value).toFixed(2), currency), message('dashboard.sales_net')]
              : [formats.integer(Number(value)), nameOf(name)]
          }
          contentStyle={{
            backgroundColor: palette.background.paper,
            border: `1px solid ${palette.divider}`,
            borderRadius: 8,
            fontSize: 12,
          }}
        />
        <Legend
          formatter={(key) => <span style={{ color: palette.text.secondary }}>{nameOf(key)}</span>}
          wrapperStyle={{ fontSize: 12 }}
        />
        <Bar
          yAxisId="net"
          dataKey="net"
          fill={palette.primary.main}
          fillOpacity={0.75}
          radius={[4, 4, 0, 0]}
          maxBarSize={48}
          isAnimationActive={false}
        />
        <Line
          yAxisId="orders"
          dataKey="orders"
          stroke={palette.states.amber.text}
          strokeWidth={2}
          dot={{ r: 3 }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
};
