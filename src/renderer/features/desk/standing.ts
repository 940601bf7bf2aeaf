import type { OutboxItem } from '../../../shared/ipc/model.ts';
import { isMarkOf, type StepMark } from '../../../shared/procedure/mark.ts';
import { StepArgs } from '../../../shared/wire/command.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockTime } from '../../lib/i18n/index.tsx';
import { type Speaker, whoIs } from './words.ts';

/** What was meant with a step, and the mark that the room has of it; undefined where the refusal is of another kind. */
function standingOf({ op, code, args, theirs }: OutboxItem) {
  if (op !== 'ticket.step' || code !== 'BAD_STATE' || theirs === undefined) return undefined;
  const { data: meant } = StepArgs.safeParse(args);
  if (meant === undefined) return undefined;
  const mark: StepMark | undefined = theirs.ticket.steps?.find((one) =>
    isMarkOf(one, meant.procedure.id, meant.step.id),
  );
  return { meant, mark };
}

/** Somebody else had done just that: there is nothing to decide. */
export function isAgreed(item: OutboxItem): boolean {
  const standing = standingOf(item);
  if (standing === undefined) return false;
  const { meant, mark } = standing;
  if (meant.mark === 'none') return mark === undefined;
  const answer = meant.mark === 'done' ? meant.answer?.id : undefined;
  return mark?.state === meant.mark && mark.answer?.id === answer;
}

/** « déjà faite par N. Perrin à 03:04:20 » */
export function standingWords(speaker: Speaker, item: OutboxItem): string | undefined {
  const mark = standingOf(item)?.mark;
  if (mark === undefined) return undefined;
  return speaker.t('desk.code.stepStands', {
    mark: mark.state,
    who: whoIs(speaker, mark.person),
    time: clockTime(millis(mark.at)),
    answered: mark.answer === undefined ? 'no' : 'yes',
    answer: mark.answer?.label ?? '',
  });
}
