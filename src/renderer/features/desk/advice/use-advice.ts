import type { FeedOf } from '../../../../shared/advice/outage.ts';
import type { Row } from '../model.ts';
import type { Proposal } from './proposal.ts';
import { useDuplicates } from './rules/duplicate.ts';
import { useKind } from './rules/kind.ts';
import { useOutage } from './rules/outage.ts';
import { usePriority } from './rules/priority.ts';
import { usePromise } from './rules/promise.ts';
import { useReturned } from './rules/returned.ts';
import { useTrip } from './rules/trip.ts';

/** What rules advise on a ticket by what the desk knows, with the room or without it; in no order. @param feedOf what feeds a lamp */
export function useDeskAdvice(row: Row, feedOf: FeedOf): readonly Proposal[] {
  return [
    ...usePromise(row),
    ...useReturned(row),
    ...useOutage(row, feedOf),
    ...useDuplicates(row),
    ...usePriority(row),
    ...useKind(row),
    ...useTrip(row),
  ];
}
