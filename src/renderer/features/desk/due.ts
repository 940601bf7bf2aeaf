import type { Ticket } from '../../../shared/ticket/model.ts';
import { DEFAULT_TARGETS, dueOf, type Milestone, type RoomTargets } from '../../../shared/ticket/targets.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { roundDuration, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';

/** The times that this room keeps to; the defaults until its hub has said them. */
export const useTargets = (): RoomTargets =>
  useRoomData((data) => data.targets.get('room')) ?? DEFAULT_TARGETS;

export interface DueWords {
  readonly milestone: Milestone;
  /** since the ticket was opened, ms */
  readonly age: number;
  readonly target: number;
  readonly isPast: boolean;
  /** « Arrivée : cible 30 min », « Arrivée en retard de 4 min 12 s » */
  readonly words: string;
}

/** What a ticket has to reach now and how it stands, told each second. */
export function useDue(ticket: Ticket): DueWords | undefined {
  const { t, locale } = useLanguage();
  const room = useTargets();
  const now = useNow();
  const due = dueOf(ticket, room);
  if (due === undefined) return undefined;
  const age = now - millis(ticket.openedAt);
  const { milestone, target } = due;
  const isPast = age > target;
  const words = isPast
    ? t(`targets.late.${milestone}`, { by: wholeDuration(age - target, locale) })
    : t(`targets.before.${milestone}`, { target: roundDuration(target) });
  return { milestone, age, target, isPast, words };
}
