import { useMemo } from 'react';
import { useLocaleState } from 'react-admin';

/** The seller's zone, whatever the browser believes. */
const ZONE = 'Europe/Bucharest';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export interface Formats {
  /** A decimal string with its currency: `1.234,50 lei`. Never goes through a binary number. */
  money(amount: string, currency: string): string;
  amount(amount: string, digits?: number): string;
  /** An amount as one types it into a field: the locale's own point, no grouping. */
  field(amount: string): string;
  integer(value: number): string;
  /** With one decimal where there is one, such as a rate. */
  tenths(value: number): string;
  /** A fraction such as `0.21` as per cent. */
  percent(fraction: string | number): string;
  dateTime(iso: string): string;
  date(iso: string): string;
  day(isoDay: string): string;
  /** A day as one types it into a field: `01.03.2026`. */
  dayField(isoDay: string): string;
  /** A month such as `2026-03`. */
  month(isoMonth: string): string;
  /** `acum 12 min` */
  relative(iso: string, now: number): string;
  /** A length of time in its two largest units. */
  duration(seconds: number): string;
}

const decimal = (amount: string): Intl.StringNumericLiteral =>
  /^-?\d+(\.\d+)?$/.test(amount) ? (amount as Intl.StringNumericLiteral) : '0';

const formatsFor = (locale: string): Formats => {
  const tag = locale === 'en' ? 'en-GB' : 'ro-RO';
  const money = new Map<string, Intl.NumberFormat>();
  const moneyFormat = (currency: string): Intl.NumberFormat => {
    const known = money.get(currency) ?? new Intl.NumberFormat(tag, { style: 'currency', currency });
    money.set(currency, known);
    return known;
  };
  const amounts = [0, 2, 4].map(
    (digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const integer = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: ZONE });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayField = new Intl.DateTimeFormat(tag, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' });
  const units = ['day', 'hour', 'minute', 'second'].map(
    (unit) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }),
  );

  return {
    money: (amount, currency) => {
      try {
        return moneyFormat(currency).format(decimal(amount));
      } catch {
        return `${amount} ${currency}`;
      }
    },
    amount: (amount, digits = 2) => (amounts[digits / 2] ?? integer).format(decimal(amount)),
    field: (amount) => (tag === 'ro-RO' ? amount.replace('.', ',') : amount),
    integer: (value) => integer.format(value),
    tenths: (value) => tenths.format(value),
    percent: (fraction) => percent.format(Number(fraction)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    date: (iso) => date.format(new Date(iso)),
    day: (isoDay) => day.format(new Date(`${isoDay}T00:00:00Z`)),
    dayField: (isoDay) => dayField.format(new Date(`${isoDay}T00:00:00Z`)),
    month: (isoMonth) => month.format(new Date(`${isoMonth}-01T00:00:00Z`)),
    relative: (iso, now) => {
      const seconds = Math.round((Date.parse(iso) - now) / 1000);
      const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
      return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.trunc(seconds / size), unit);
    },
    duration: (seconds) => {
      const whole = Math.max(0, Math.round(seconds));
      const parts = [
        Math.floor(whole / 86_400),
        Math.floor(whole / 3_600) % 24,
        Math.floor(whole / 60) % 60,
        whole % 60,
      ];
      const first = parts.findIndex((part) => part > 0);
      if (first < 0) return units[3]?.format(0) ?? '';
      return parts
        .map((part, index) => (index >= first && index < first + 2 && part > 0 ? units[index]?.format(part) : null))
        .filter((text) => text !== null)
        .join(' ');
    },
  };
};

const cache = new Map<string, Formats>();

/** Numbers, money and times as the chosen language writes them. */
export const useFormats = (): Formats => {
  const [locale] = useLocaleState();
  return useMemo(() => {
    const known = cache.get(locale) ?? formatsFor(locale);
    cache.set(locale, known);
    return known;
  }, [locale]);
};
