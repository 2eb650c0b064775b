import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Money } from '../common/Money.js';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { dayPairs, type DayPair } from './dailyFigures.js';
import type { ComparedAmount, Dashboard } from './dashboardRecord.js';
import { ordersDoor, reportDoor } from './doors.js';

const Sparkline = lazy(async () => ({ default: (await import('./Sparkline.js')).Sparkline }));

interface Line {
  readonly key: string;
  readonly now: ReactNode;
  readonly before: ReactNode;
  /** A fraction; null where there was nothing before. */
  readonly change: number | null;
}

interface FigureProps {
  readonly label: string;
  readonly to: string;
  /** A line a currency: currencies are never added. */
  readonly lines: readonly Line[];
  readonly days?: readonly DayPair[];
  /** More of it is worse. */
  readonly isLoss?: boolean;
  /** Takes the whole row where there are two to a row. */
  readonly isWide?: boolean;
}

const Change = ({ change, isLoss }: { change: number; isLoss: boolean }) => {
  const formats = useFormats();
  const isGood = change === 0 || change > 0 !== isLoss;
  return (
    <Box
      component="span"
      sx={({ palette }) => ({ color: palette.states[isGood ? 'green' : 'red'].text, fontWeight: 600, mr: 0.75 })}
    >
      {change < 0 ? '−' : '+'}
      {formats.percent(Math.abs(change))}
    </Box>
  );
};

const Figure = ({ label, to, lines, days, isLoss = false, isWide = false }: FigureProps) => {
  const message = useMessage();
  return (
    <Card sx={isWide ? { gridColumn: { xs: '1 / -1', lg: 'auto' } } : {}}>
      <CardActionArea
        component={Link}
        to={to}
        sx={{ p: { xs: 1.5, sm: 2 }, height: '100%', display: 'flex', flexDirection: 'column', alignItems: 'stretch' }}
      >
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {label}
        </Typography>
        {lines.map(({ key, now, before, change }) => (
          <div key={key}>
            <Typography component="div" sx={{ fontSize: { xs: '1.0625rem', sm: '1.25rem' }, fontWeight: 650 }}>
              {now}
            </Typography>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {change !== null && <Change change={change} isLoss={isLoss} />}
              {before === null ? (
                message('dashboard.before_unknown')
              ) : (
                <>
                  {message('dashboard.before')} {before}
                </>
              )}
            </Typography>
          </div>
        ))}
        {days && (
          <Box sx={{ mt: 'auto', pt: 1, height: 40 }}>
            <Suspense>
              <Sparkline days={days} />
            </Suspense>
          </Box>
        )}
      </CardActionArea>
    </Card>
  );
};

const rowSx = { display: 'grid', gap: { xs: 1, sm: 2 } } as const;

const amountLine = (currency: string, { now, before, change }: ComparedAmount, none: string): Line => ({
  key: currency,
  now: now === null ? none : <Money amount={now} currency={currency} />,
  before: before === null ? null : <Money amount={before} currency={currency} />,
  change,
});

/** This month so far against the same days of the last, per currency. */
export const Month = ({ dashboard }: { dashboard: Dashboard }) => {
  const message = useMessage();
  const formats = useFormats();
  const none = message('common.none');
  const { this_month: period, sales } = dashboard;
  const byOrders = [...sales].sort((a, b) => b.orders.now - a.orders.now);
  const main = byOrders[0]?.currency ?? null;
  const range = { from: period.from, to: period.to };
  const amounts = (figure: 'sales_net' | 'average_order'): readonly Line[] =>
    byOrders.length === 0
      ? [{ key: figure, now: none, before: null, change: null }]
      : byOrders.map((row) => amountLine(row.currency, row[figure], none));
  const counts = (
    key: string,
    { now, before, change }: { now: number; before: number | null; change: number | null },
  ): readonly Line[] => [
    { key, now: formats.integer(now), before: before === null ? null : formats.integer(before), change },
  ];
  return (
    <>
      <Box sx={{ ...rowSx, gridTemplateColumns: { xs: '1fr 1fr', lg: 'repeat(4, 1fr)' } }}>
        <Figure
          label={message('dashboard.sales_net')}
          to={reportDoor({ group_by: 'day', ...range })}
          lines={amounts('sales_net')}
          days={dayPairs(dashboard, 'sales_net', main)}
        />
        <Figure
          label={message('dashboard.orders')}
          to={ordersDoor(range)}
          lines={counts('orders', dashboard.orders)}
          days={dayPairs(dashboard, 'orders', null)}
        />
        <Figure
          label={message('dashboard.average')}
          to={reportDoor({ group_by: 'day', ...range })}
          lines={amounts('average_order')}
          days={dayPairs(dashboard, 'average_order', main)}
        />
        <Figure
          label={message('dashboard.returns')}
          to={ordersDoor({ status: ['returned'], ...range })}
          lines={counts('returns', dashboard.returns)}
          days={dayPairs(dashboard, 'returned', null)}
          isLoss
        />
      </Box>
      <Box sx={{ ...rowSx, gridTemplateColumns: { xs: '1fr 1fr', lg: 'repeat(3, 1fr)' } }}>
        <Figure
          label={message('dashboard.customers')}
          to="/customers"
          lines={counts('customers', dashboard.customers)}
        />
        <Figure
          label={message('dashboard.products')}
          to="/products?tab=offers"
          lines={counts('products', dashboard.products)}
        />
        <Figure
          isWide
          label={message('dashboard.stock_value')}
          to="/products"
          lines={
            dashboard.stock_value.length === 0
              ? [{ key: 'stock', now: none, before: null, change: null }]
              : dashboard.stock_value.map((row) => amountLine(row.currency, row, none))
          }
        />
      </Box>
    </>
  );
};
