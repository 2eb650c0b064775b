import { Box, useTheme } from '@mui/material';
import { Line, LineChart, ResponsiveContainer, YAxis } from 'recharts';
import type { DayPair } from './dailyFigures.js';

export const SPARKLINE_HEIGHT = 32;

/** This month by day, over the last one drawn faintly. The figures beside it say the same in words. */
export const Sparkline = ({ days }: { days: readonly DayPair[] }) => {
  const { palette } = useTheme();
  return (
    <Box aria-hidden sx={{ height: SPARKLINE_HEIGHT }}>
      <ResponsiveContainer width="100%" height={SPARKLINE_HEIGHT}>
        <LineChart data={[...days]} margin={{ top: 2, right: 2, bottom: 2, left: 2 }} accessibilityLayer={false}>
          <YAxis hide domain={[0, 'dataMax']} />
          <Line dataKey="before" stroke={palette.divider} strokeWidth={1.5} dot={false} isAnimationActive={false} />
          <Line dataKey="now" stroke={palette.primary.main} strokeWidth={1.5} dot={false} isAnimationActive={false} />
        </LineChart>
      </ResponsiveContainer>
    </Box>
  );
};
