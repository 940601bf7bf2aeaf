import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { createIntl, createIntlCache, type IntlShape, RawIntlProvider } from 'react-intl';
import { catalogues, type Locale, type MessageId } from '../../../shared/i18n/index.ts';
import { withMinus } from './format.ts';
import { shownZone, useZone } from './zone.ts';

/** The text of a message in the operator's language. Values are for its ICU placeholders. */
export type Translate = (id: MessageId, values?: Readonly<Record<string, string | number>>) => string;

const createShape = (locale: Locale, timeZone: string): IntlShape =>
  createIntl(
    { locale, timeZone, messages: catalogues[locale], onError: (error) => reportError(error) },
    createIntlCache(),
  );

const isNegative = (values: Parameters<Translate>[1] = {}): boolean =>
  Object.values(values).some((value) => typeof value === 'number' && value < 0);

const translateBy = ({ formatMessage }: IntlShape): Translate => {
  const format = formatMessage as (
    descriptor: { id: string },
    values?: Readonly<Record<string, unknown>>,
  ) => unknown;
  return (id, values) => {
    const text = String(format({ id }, values));
    // What somebody has typed is left as it is, as far as that can be: most texts have no negative number.
    return isNegative(values) ? withMinus(text) : text;
  };
};

/** Texts outside the tree, e.g. for notices. */
export const createTranslate = (locale: Locale): Translate => translateBy(createShape(locale, shownZone()));

interface Language {
  readonly locale: Locale;
  readonly t: Translate;
}
const LanguageContext = createContext<Language | undefined>(undefined);

interface LanguageProviderProps {
  readonly locale: Locale;
  readonly children: ReactNode;
}
/** Gives the tree its language and the room's clock, and tells the document. */
export function LanguageProvider({ locale, children }: LanguageProviderProps) {
  const zone = useZone();
  // Times are written in many places: with another zone all that speaks is drawn anew.
  const intl = useMemo(() => createShape(locale, zone), [locale, zone]);
  const language = useMemo(() => ({ locale, t: translateBy(intl) }), [locale, intl]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <RawIntlProvider value={intl}>
      <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
    </RawIntlProvider>
  );
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === undefined) throw new Error('no language above this component');
  return language;
}
export const useT = (): Translate => useLanguage().t;
export const useLocale = (): Locale => useLanguage().locale;

export * from './format.ts';
export { beginZone, machineZone, useZone } from './zone.ts';
export type { Locale, MessageId };
