import polyglotI18nProvider from 'ra-i18n-polyglot';
import { raRomanian } from './raRomanian.js';
import { romanian } from './romanian.js';

export const LOCALES = [
  { locale: 'ro', name: 'Română' },
  { locale: 'en', name: 'English' },
] as const;

const ro = { ...raRomanian, ...romanian };

const englishMessages = async () => {
  const [{ english }, { default: raEnglish }] = await Promise.all([
    import('./english.js'),
    import('ra-language-english'),
  ]);
  return { ...raEnglish, ...english };
};

const countsIn = (locale: string) =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'ro-RO', { maximumFractionDigits: 0 });
let counts = countsIn('ro');

/** Fills in what a sentence names. A count is written as the language writes numbers: `1.240 de comenzi`. */
function fillIn(this: string, names: RegExp, valueOf: (expression: string, name: string) => unknown): string {
  return this.replace(names, (expression: string, name: string) => {
    const value = valueOf(expression, name);
    return name === 'smart_count' && typeof value === 'number' ? counts.format(value) : String(value);
  });
}

/** Romanian is at hand; English comes when it is asked for. */
export const magflowI18nProvider = polyglotI18nProvider(
  (locale) => {
    counts = countsIn(locale);
    return locale === 'en' ? englishMessages() : ro;
  },
  'ro',
  [...LOCALES],
  // Keys that only the server's answers decide (a new event type) fall back to the word itself.
  { allowMissing: true, onMissingKey: (key: string) => key, replace: fillIn },
);
