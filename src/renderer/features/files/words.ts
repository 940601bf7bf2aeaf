import type { FileAdded, FileOpened } from '../../../shared/ipc/files.ts';
import { type Locale, megabytes, type Translate, wholeNumber } from '../../lib/i18n/index.tsx';
import { shortSeat } from '../seats/index.ts';
import type { Standing } from './standing.ts';

/** « envoi 40 % » */
export function standingWords(t: Translate, standing: Standing): string {
  switch (standing.kind) {
    case 'sending':
      return t('files.state.sending', { percent: standing.percent });
    case 'coming':
      return t('files.state.coming', { seat: shortSeat(standing.seat) });
    default:
      return t(`files.state.${standing.kind}`);
  }
}

/** « 12 ko », « 0,4 Mo »: what is there is never said to be nothing. */
export function sizeWords(t: Translate, locale: Locale, bytes: number): string {
  if (bytes >= 100_000) return t('files.size', { size: megabytes(bytes, locale) });
  const thousands = bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1_000));
  return t('files.sizeSmall', { size: wholeNumber(thousands, locale) });
}

type Refused = Extract<FileAdded, { kind: 'refused' }>;

/** Why a file was not attached, with its name: several may have been dropped at once. */
export function refusedWords(
  t: Translate,
  locale: Locale,
  name: string,
  { why, limit = 0 }: Refused,
): string {
  if (why === 'large') return t('files.refused.large', { name, limit: megabytes(limit, locale) });
  if (why === 'many') return t('files.refused.many', { name, limit });
  return t(`files.refused.${why}`, { name });
}

/** Why a file can't be shown, and what comes next. */
export function unopenedWords(t: Translate, opened: Exclude<FileOpened, { kind: 'open' }>): string {
  if (opened.kind !== 'refused') return t(`files.unopened.${opened.kind}`);
  return t(opened.code === 'RETRY' ? 'files.unopened.unrecorded' : 'files.unopened.refused');
}
