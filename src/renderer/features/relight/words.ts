import { LEAVES_LIGHT } from '../../../shared/advice/leave-light.ts';
import type { RelightReason } from '../../../shared/advice/relight.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { LampAnswer } from '../../../shared/ipc/lamp-command.ts';
import { clockMinute, type Translate } from '../../lib/i18n/index.tsx';

/** Why, in plain words, with the figures that were used. */
export function reasonWords(t: Translate, reason: RelightReason): string {
  switch (reason.kind) {
    case 'helps':
      return t('relight.helps', { kind: t(`desk.kind.${reason.ticket}`) });
    case 'dimmed':
      return t('relight.dimmed', { lamps: reason.lamps, of: reason.of, level: reason.level });
    case 'night':
      return reason.since === undefined
        ? t('relight.night')
        : t('relight.nightSince', { time: clockMinute(reason.since) });
    default:
      return assertNever(reason);
  }
}

/** Why lamps were not commanded. */
export function refusedWords(
  t: Translate,
  { code, detail }: Extract<LampAnswer, { kind: 'refused' }>,
): string {
  if (detail === LEAVES_LIGHT) return t('relight.code.leave');
  if (detail === 'district') return t('relight.code.district');
  switch (code) {
    case 'NO_SESSION':
    case 'NO_HUB':
    case 'NO_ANSWER':
    case 'EXPIRED':
    case 'BAD_STATE':
    case 'FORBIDDEN':
      return t(`relight.code.${code}`);
    default:
      return t('relight.code.other', { why: [t(`desk.code.${code}`), detail].filter(Boolean).join(' · ') });
  }
}
