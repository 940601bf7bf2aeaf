import { choiceOf } from '../../../shared/procedure/choice.ts';
import { progressOf } from '../../../shared/procedure/progress.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import type { Row } from './model.ts';

/** How many steps of an open ticket of one's own are past their time. */
export function useLateSteps({ ticket, mine }: Row): number {
  const published = useRoomData((data) => data.procedure);
  const now = useNow();
  if (!mine || ticket.state === 'closed') return 0;
  const choice = choiceOf(published.values(), ticket);
  return choice.kind === 'followed' ? progressOf(choice.procedure, ticket, now).overdue : 0;
}
