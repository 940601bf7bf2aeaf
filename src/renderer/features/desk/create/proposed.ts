import { type PriorityAdvice, priorityOf } from '../../../../shared/advice/priority.ts';
import type { LocalTime } from '../../../../shared/advice/reclassify.ts';
import type { Priority } from '../../../../shared/ticket/model.ts';
import { isPress } from '../../../lib/keys/match.ts';
import type { Draft } from './draft.ts';

/** What the rule says of a form as far as it is filled in. @param now by the room's clock */
export function priorityFor(draft: Draft, now: LocalTime): PriorityAdvice | undefined {
  return priorityOf({
    kind: draft.kind,
    said: `${draft.title} ${draft.description}`,
    place: draft.place,
    ...now,
  });
}

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4];

/** The priority that a key of the form sets from wherever one writes: Alt and its digit, or Alt P for the proposed one. */
export function priorityOfKey(event: KeyboardEvent, draft: Draft, now: LocalTime): Priority | undefined {
  if (isPress(event, 'Alt+p')) return priorityFor(draft, now)?.priority;
  return PRIORITIES.find((priority) => isPress(event, `Alt+${priority}`));
}
