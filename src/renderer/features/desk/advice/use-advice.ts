import { isRefused } from '../../../../shared/advice/refusal.ts';
import type { Row } from '../model.ts';
import type { Proposal } from './proposal.ts';
import { useDuplicates } from './rules/duplicate.ts';
import { useTrip } from './rules/trip.ts';

/** What rules advise on a ticket by what the desk knows, with the room or without it; what presses first. */
export function useDeskAdvice(row: Row): readonly Proposal[] {
  const proposals = [...useDuplicates(row), ...useTrip(row)];
  return proposals.filter(({ rule, key }) => !isRefused(row.ticket, rule, key));
}
