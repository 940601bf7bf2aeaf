import { choiceOf } from '../../../shared/procedure/choice.ts';
import type { PublishedProcedure } from '../../../shared/procedure/model.ts';
import { progressOf } from '../../../shared/procedure/progress.ts';
import { isHeld } from '../../../shared/ticket/urgency.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useViewer } from './board.ts';
import type { Row, Viewer } from './model.ts';

/** How many steps of an open ticket are past their time, for who holds it and for supervisors. */
export function useLateSteps(row: Row): number {
  const published = useRoomData((data) => data.procedure);
  return lateStepsOf(row, useViewer(), published.values(), useNow());
}

/** @param now ms since the epoch */
export function lateStepsOf(
  { ticket, mine }: Row,
  { me }: Viewer,
  published: Iterable<PublishedProcedure>,
  now: number,
): number {
  if (!isHeld(ticket) || !(mine || me?.role === 'supervisor')) return 0;
  const choice = choiceOf(published, ticket);
  return choice.kind === 'followed' ? progressOf(choice.procedure, ticket, now).overdue : 0;
}
