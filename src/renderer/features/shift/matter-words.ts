import { assertNever } from '../../../shared/assert-never.ts';
import type { Matter } from '../../../shared/shift/model.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import type { Translate } from '../../lib/i18n/index.tsx';

/** What turning matters into sentences needs beside the language. */
export interface Teller {
  readonly t: Translate;
  readonly moment: (at: string) => string;
  readonly nameOf: (person: string) => string;
}

/** What a matter adds to its ticket; nothing where it is only held. */
export function matterWords({ t, moment, nameOf }: Teller, matter: Matter): string | undefined {
  switch (matter.kind) {
    case 'ticket':
      return matter.asked === undefined ? undefined : t('desk.offeredTo', { who: nameOf(matter.asked) });
    case 'units':
      return t('shift.units', { units: matter.units.join(', ') });
    case 'promise':
      return t('shift.promise', { time: moment(matter.due) });
    case 'skipped':
      return t('shift.skipped', { n: matter.steps.length, steps: stepWords(t, matter).join(', ') });
    case 'shelved':
      return t('shift.shelved', { title: matter.title, time: moment(matter.until) });
    default:
      return assertNever(matter);
  }
}

const stepWords = (
  t: Translate,
  { steps, motives = [] }: Extract<Matter, { kind: 'skipped' }>,
): readonly string[] =>
  steps.map((step, i) => {
    const motive = motives[i] ?? '';
    return motive === '' ? step : t('shift.skippedWhy', { step, motive });
  });

/** How it stands now, where somebody has to see to it: how old it is, that nobody goes, what is late. */
export function standingWords(
  t: Translate,
  ticket: Ticket,
  age: string,
  late: string | undefined,
): readonly string[] {
  if (ticket.state === 'closed') return [];
  const alone = ticket.units.length === 0 ? [t('shift.noUnit')] : [];
  return [t('shift.age', { age }), ...(late === undefined ? [] : [late]), ...alone];
}

/** What has become of a ticket since; nothing where it is with whom the handover left it. */
export function sinceWords(t: Translate, ticket: Ticket | undefined, owner: string): string | undefined {
  if (ticket === undefined) return t('shift.unknownNow');
  if (ticket.state === 'closed') return t('shift.closedSince');
  if (ticket.state === 'open') return t('shift.releasedSince');
  return ticket.owner?.person === owner ? undefined : t('shift.passedSince');
}
