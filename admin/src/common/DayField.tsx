import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined';
import { Box, IconButton, InputAdornment, Popover, Skeleton, TextField } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage } from '../i18n/useMessage.js';
import { dayBefore, dayIn } from './days.js';

const DayCalendar = lazy(async () => ({ default: (await import('./DayCalendar.js')).DayCalendar }));

interface DayFieldProps {
  readonly label: string;
  /** A day such as `2026-03-01`; nothing where none is chosen. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  /** What is wrong with the day, as far as the form can tell. */
  readonly fault?: string | undefined;
}

/** A day, typed or chosen, as the panel's language writes it; the browser's own field follows the browser. */
export const DayField = ({ label, value, onChange, fault }: DayFieldProps) => {
  const message = useMessage();
  const formats = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isWrong = typed !== null && typed.trim() !== '' && dayIn(typed) === null;
  const type = (text: string) => {
    setTyped(text);
    const day = text.trim() === '' ? '' : dayIn(text);
    if (day !== null && day !== value) onChange(day);
  };
  const pick = (day: string) => {
    setTyped(null);
    setAnchor(null);
    onChange(day);
  };
  return (
    <>
      <TextField
        label={label}
        value={typed ?? (value === '' ? '' : formats.dayField(value))}
        placeholder={message('common.day_form')}
        error={isWrong || fault !== undefined}
        helperText={isWrong ? message('common.day_wrong', { form: message('common.day_form') }) : fault}
        onChange={({ target }) => type(target.value)}
        onBlur={() => {
          if (!isWrong) setTyped(null);
        }}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { autoComplete: 'off' },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton
                  size="small"
                  edge="end"
                  aria-label={message('common.day_choose', { name: label })}
                  aria-haspopup="dialog"
                  aria-expanded={anchor !== null}
                  onClick={({ currentTarget }) => setAnchor(currentTarget)}
                >
                  <CalendarIcon sx={{ fontSize: 18 }} />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
        sx={{ width: 158 }}
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': label } }}
      >
        <Suspense
          fallback={
            <Box sx={{ p: 1 }}>
              <Skeleton variant="rounded" width={252} height={300} />
            </Box>
          }
        >
          <DayCalendar value={value} today={dayBefore(0)} onPick={pick} />
        </Suspense>
      </Popover>
    </>
  );
};
