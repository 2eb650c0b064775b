import { Link as MuiLink, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { ordersDoor } from '../dashboard/doors.js';
import { useFormats } from '../i18n/useFormats.js';
import type { Group, SalesRow } from './reportRecord.js';
import { daysOf } from './period.js';

/** What a row sums, as a door to what is behind it where a list can show it. */
export const GroupName = ({ row, group }: { row: SalesRow; group: Group }) => {
  const formats = useFormats();
  const days = daysOf(group, row.group);
  if (days) {
    const text =
      group === 'month'
        ? formats.month(row.group)
        : group === 'week'
          ? `${formats.day(days.from)} – ${formats.day(days.to)} (${row.group})`
          : formats.date(`${row.group}T12:00:00Z`);
    return (
      <MuiLink component={Link} to={ordersDoor(days)} sx={{ whiteSpace: 'nowrap' }}>
        {text}
      </MuiLink>
    );
  }
  if (group === 'product') {
    return (
      <>
        <MuiLink component={Link} to={`/products?filter=${encodeURIComponent(JSON.stringify({ q: row.group }))}`}>
          {row.label}
        </MuiLink>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {row.group}
        </Typography>
      </>
    );
  }
  return <>{row.label}</>;
};
