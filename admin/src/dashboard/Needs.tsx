import { Box, Card, CardActionArea, Chip, Skeleton, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import type { StateTone } from '../theme/theme.js';
import type { Dashboard, Need } from './dashboardRecord.js';

/** Always there, with their noughts: what a day begins with. */
const FIRST = ['awb_in_doubt', 'late', 'confirm', 'ship_today', 'refused', 'account_trouble'] as const;
/** There when there is some. */
const THEN = ['ship', 'invoice', 'invoice_not_fetched', 'offers', 'parked_event'] as const;

const TONES: Readonly<Record<Need['severity'], StateTone>> = { critical: 'red', warning: 'amber', info: 'blue' };

const useCount = () => {
  const formats = useFormats();
  const message = useMessage();
  return ({ count, count_is_lower_bound: isLowerBound }: Need): string =>
    isLowerBound ? message('common.more_than', { count: formats.integer(count) }) : formats.integer(count);
};

const Door = ({ kind, need }: { kind: (typeof FIRST)[number]; need: Need | undefined }) => {
  const message = useMessage();
  const countOf = useCount();
  const tone = need && need.count > 0 ? TONES[need.severity] : null;
  return (
    <Card sx={({ palette }) => (tone ? { borderColor: palette.states[tone].text } : {})}>
      <CardActionArea component={Link} to={need?.link ?? '/dashboard'} sx={{ p: 2, height: '100%' }} data-need={kind}>
        <Typography
          component="div"
          sx={({ palette }) => ({
            fontSize: '1.75rem',
            fontWeight: 650,
            lineHeight: 1.2,
            color: tone ? palette.states[tone].text : 'text.secondary',
          })}
        >
          {need ? countOf(need) : <Skeleton width={48} />}
        </Typography>
        <Typography variant="body2">{message(`dashboard.need.${kind}`)}</Typography>
      </CardActionArea>
    </Card>
  );
};

/** What needs somebody now, dearest first, each a door to its list. */
export const Needs = ({ dashboard }: { dashboard: Dashboard | undefined }) => {
  const message = useMessage();
  const countOf = useCount();
  const needOf = (kind: string) => dashboard?.needs.find((need) => need.kind === kind);
  return (
    <>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)', lg: 'repeat(6, 1fr)' },
          gap: { xs: 1, sm: 2 },
        }}
      >
        {FIRST.map((kind) => (
          <Door key={kind} kind={kind} need={needOf(kind)} />
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, minHeight: 32 }}>
        {THEN.map((kind) => {
          const need = needOf(kind);
          if (!need || need.count === 0) return null;
          return (
            <Chip
              key={kind}
              clickable
              component={Link}
              to={need.link}
              variant="outlined"
              data-need={kind}
              label={
                <>
                  {message(`dashboard.need.${kind}`)} <strong>{countOf(need)}</strong>
                </>
              }
            />
          );
        })}
      </Box>
    </>
  );
};
