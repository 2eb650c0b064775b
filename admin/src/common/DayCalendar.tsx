import { Box } from '@mui/material';
import { useLocaleState } from 'react-admin';
import { DayPicker } from 'react-day-picker';
import { enGB } from 'react-day-picker/locale/en-GB';
import { ro } from 'react-day-picker/locale/ro';
import 'react-day-picker/style.css';

const FIRST_YEAR = 2015;
const YEARS_AHEAD = 2;

/** Noon of a day in the browser's zone, as the calendar wants it. */
const dateOf = (day: string): Date => new Date(`${day}T12:00:00`);

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

interface DayCalendarProps {
  /** Such as `2026-03-01`, or nothing. */
  readonly value: string;
  readonly today: string;
  readonly onPick: (day: string) => void;
}

/** A month to choose a day from, in the panel's language whatever the browser speaks. */
export const DayCalendar = ({ value, today, onPick }: DayCalendarProps) => {
  const [locale] = useLocaleState();
  const now = dateOf(today);
  const selected = value === '' ? undefined : dateOf(value);
  return (
    <Box
      sx={({ palette }) => ({
        p: 1,
        fontSize: '0.8125rem',
        '& .rdp-root': {
          '--rdp-accent-color': palette.primary.main,
          '--rdp-accent-background-color': palette.action.selected,
          '--rdp-day-width': '36px',
          '--rdp-day-height': '36px',
          '--rdp-day_button-width': '34px',
          '--rdp-day_button-height': '34px',
          '--rdp-day_button-border-radius': '8px',
        },
        '& .rdp-selected': { fontSize: 'inherit' },
        '& .rdp-month_caption': { fontSize: '0.875rem' },
        '& select': { color: 'text.primary', backgroundColor: 'background.paper', font: 'inherit' },
      })}
    >
      <DayPicker
        autoFocus
        mode="single"
        required
        locale={locale === 'en' ? enGB : ro}
        captionLayout="dropdown"
        startMonth={new Date(FIRST_YEAR, 0)}
        endMonth={new Date(now.getFullYear() + YEARS_AHEAD, 11)}
        today={now}
        defaultMonth={selected ?? now}
        selected={selected}
        onSelect={(date) => onPick(dayOf(date))}
      />
    </Box>
  );
};
