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

/** Romanian is at hand; English comes when it is asked for. */
export const magflowI18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'en' ? englishMessages() : ro),
  'ro',
  [...LOCALES],
  // Keys that only the server's answers decide (a new event type) fall back to the word itself.
  { allowMissing: true, onMissingKey: (key: string) => key },
);
