import { useCallback } from 'react';
import { useFormats } from '../i18n/useFormats.js';
import { useMessage, useWord } from '../i18n/useMessage.js';

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const AMOUNT = /^-?\d+\.(\d{2}|\d{4})$/;
const NAMES = ['number', 'awb_number', 'name', 'id'] as const;
const LONGEST = 80;

/** A value of the history as a person reads it: times in the seller's zone, amounts with the locale's point, states in words, objects by their name. */
export const useShownValue = (): ((path: string, value: unknown) => string) => {
  const message = useMessage();
  const word = useWord();
  const formats = useFormats();
  return useCallback(
    (path, value) => {
      if (value === null || value === undefined || value === '') return message('orders.history.empty_value');
      if (typeof value === 'boolean') return message(value ? 'common.yes' : 'common.no');
      if (Array.isArray(value))
        return value.length === 0 ? message('orders.history.empty_value') : String(value.length);
      if (typeof value === 'object') {
        const named = Object.entries(value).find(([key]) => NAMES.some((name) => name === key));
        return named ? String(named[1]) : JSON.stringify(value).slice(0, LONGEST);
      }
      const text = String(value);
      if (TIME.test(text)) return formats.dateTime(text);
      const field = path.split('/').at(-1) ?? '';
      if (path.startsWith('/work/')) return word('awbs.doubt_reason', text);
      if (field === 'vat_rate') return formats.percent(text);
      const amount = AMOUNT.exec(text);
      if (amount) return formats.amount(text, amount[1]?.length);
      if (field === 'status_name') return word('status', text);
      if (field === 'payment_method' || field === 'payment_status') return word('payment', text);
      if (field === 'marketplace_state') return word('invoices.state', text);
      return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    },
    [message, word, formats],
  );
};
