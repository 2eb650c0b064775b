import type { ThemeOptions } from '@mui/material';
import { alpha } from '@mui/material/styles';

/** Colours carry state only; everything else is a neutral grey and one petrol blue for what to press. */
export interface StateColour {
  readonly text: string;
  readonly fill: string;
  readonly line: string;
}

export type StateTone = 'blue' | 'amber' | 'violet' | 'green' | 'grey' | 'brown' | 'red';

declare module '@mui/material/styles' {
  interface Palette {
    states: Record<StateTone, StateColour>;
    line: string;
    wash: string;
  }
  interface PaletteOptions {
    states: Record<StateTone, StateColour>;
    line: string;
    wash: string;
  }
}

const tone = (text: string, base: string, fill: number): StateColour => ({
  text,
  fill: alpha(base, fill),
  line: alpha(base, 0.35),
});

const LIGHT_STATES: Record<StateTone, StateColour> = {
  blue: tone('#124f9e', '#1a6fd6', 0.1),
  amber: tone('#7a4a00', '#d88a00', 0.14),
  violet: tone('#5b2fa3', '#7b4fd0', 0.11),
  green: tone('#17602f', '#2a9a4e', 0.12),
  grey: tone('#545b66', '#69717e', 0.1),
  brown: tone('#6b4323', '#9a6236', 0.13),
  red: tone('#a11b1b', '#d13438', 0.08),
};

const DARK_STATES: Record<StateTone, StateColour> = {
  blue: tone('#8cc0ff', '#4a98f5', 0.16),
  amber: tone('#f2c063', '#e0a030', 0.15),
  violet: tone('#c9b0ff', '#9a78ea', 0.17),
  green: tone('#84d79c', '#3fb968', 0.15),
  grey: tone('#a9b0bb', '#8d95a1', 0.14),
  brown: tone('#dcb28a', '#b98352', 0.17),
  red: tone('#ff9d97', '#f0605a', 0.13),
};

const FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** Fingers are less exact than pointers, and phones zoom into fields of a smaller type than 16 px. */
const TOUCH = '@media (pointer: coarse)';
const FINGER = 40;

const shared = (mode: 'light' | 'dark'): ThemeOptions => {
  const dark = mode === 'dark';
  const line = dark ? '#2c333c' : '#dfe3e8';
  const ink = dark ? '#e6e9ed' : '#1a2027';
  const soft = dark ? '#a2abb6' : '#5a6470';
  const accent = dark ? '#5cb8cf' : '#0f5f73';
  return {
    palette: {
      mode,
      primary: { main: accent, contrastText: dark ? '#06232b' : '#ffffff' },
      secondary: { main: soft },
      error: { main: dark ? '#ff8f88' : '#b3261e' },
      warning: { main: dark ? '#f2c063' : '#8a5200' },
      success: { main: dark ? '#84d79c' : '#1c6b37' },
      info: { main: dark ? '#8cc0ff' : '#124f9e' },
      background: { default: dark ? '#12161b' : '#f6f7f9', paper: dark ? '#1a1f26' : '#ffffff' },
      text: { primary: ink, secondary: soft },
      divider: line,
      states: dark ? DARK_STATES : LIGHT_STATES,
      line,
      wash: dark ? '#161b21' : '#f0f2f5',
    },
    shape: { borderRadius: 8 },
    spacing: 8,
    sidebar: { width: 216, closedWidth: 56 },
    typography: {
      fontFamily: FONT,
      fontSize: 13,
      htmlFontSize: 16,
      h1: { fontSize: '1.375rem', fontWeight: 650, letterSpacing: '-0.01em' },
      h2: { fontSize: '1rem', fontWeight: 650 },
      h3: { fontSize: '0.875rem', fontWeight: 650 },
      h6: { fontSize: '1rem', fontWeight: 650 },
      body1: { fontSize: '0.875rem', lineHeight: 1.5 },
      body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
      caption: { fontSize: '0.75rem', lineHeight: 1.4 },
      overline: { fontSize: '0.6875rem', fontWeight: 600, letterSpacing: '0.06em', lineHeight: 2 },
      button: { fontSize: '0.8125rem', fontWeight: 600, textTransform: 'none' },
    },
    transitions: {
      duration: {
        shortest: 80,
        shorter: 100,
        short: 120,
        standard: 140,
        complex: 150,
        enteringScreen: 140,
        leavingScreen: 100,
      },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          // Not everywhere: the typeface widens hyphens with the figures.
          'time, kbd, .MuiTableCell-alignRight, td[class*="order_id"], td[class*="number"]': {
            fontVariantNumeric: 'tabular-nums',
          },
          ':focus-visible': { outline: `2px solid ${accent}`, outlineOffset: 2 },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': { animation: 'none !important', transition: 'none !important' },
          },
        },
      },
      MuiPaper: {
        defaultProps: { elevation: 0 },
        styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderColor: line } },
      },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiDialog: { styleOverrides: { paper: { border: `1px solid ${line}` } } },
      MuiAppBar: { defaultProps: { elevation: 0, color: 'default' } },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'small' },
        styleOverrides: { root: { minHeight: 32, [TOUCH]: { minHeight: FINGER } } },
      },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiIconButton: { styleOverrides: { root: { [TOUCH]: { minWidth: FINGER, minHeight: FINGER } } } },
      MuiCheckbox: { styleOverrides: { root: { [TOUCH]: { minWidth: FINGER, minHeight: FINGER } } } },
      MuiToggleButton: { styleOverrides: { root: { [TOUCH]: { minHeight: FINGER } } } },
      MuiInputBase: { styleOverrides: { root: { [TOUCH]: { minHeight: FINGER, fontSize: '1rem' } } } },
      MuiTextField: { defaultProps: { size: 'small', variant: 'outlined', margin: 'none' } },
      MuiFormControl: { defaultProps: { size: 'small', variant: 'outlined', margin: 'none' } },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { backgroundColor: dark ? '#141920' : '#ffffff' },
          notchedOutline: { borderColor: dark ? '#3a434e' : '#c5ccd4' },
        },
      },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: line, fontSize: '0.8125rem' },
          head: { color: soft, fontWeight: 600, backgroundColor: dark ? '#1a1f26' : '#ffffff', whiteSpace: 'nowrap' },
        },
      },
      MuiTab: { styleOverrides: { root: { minHeight: 40, padding: '6px 12px', minWidth: 0 } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
      MuiTooltip: { defaultProps: { enterDelay: 300, disableInteractive: true } },
      MuiChip: {
        styleOverrides: {
          root: {
            borderRadius: 6,
            [TOUCH]: {
              '&.MuiChip-clickable, &.MuiChip-deletable': { height: FINGER },
              '& .MuiChip-deleteIcon': { boxSizing: 'content-box', padding: 9, margin: 0 },
            },
          },
        },
      },
    },
  } as ThemeOptions;
};

export const lightTheme = shared('light');
export const darkTheme = shared('dark');
