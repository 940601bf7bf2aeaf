import { useBoard, useDesk } from './board.ts';
import type { Board, Row } from './model.ts';
import { isAlarming } from './row.ts';

/** The P1 that « Acquitter » means: the open one where it is unacknowledged, for it is read; else the first. */
export const alarmOf = (alarming: readonly Row[], open: string | undefined): string | undefined =>
  (alarming.find(({ ticket }) => ticket.id === open) ?? alarming[0])?.ticket.id;

/** How many P1 alarmed by the room's own word, whatever was done here since and is not confirmed. */
export function alarmingInRoom({
  alarming,
  waiting,
  rows,
}: Pick<Board, 'alarming' | 'waiting' | 'rows'>): number {
  const touched = new Set(waiting.map(({ ticket }) => ticket));
  const still = alarming.filter(({ ticket }) => !touched.has(ticket.id));
  const before = [...touched].flatMap((id) => rows.get(id)?.confirmed ?? []);
  return still.length + before.filter(isAlarming).length;
}

export function useAlarm(): string | undefined {
  const open = useDesk((desk) => desk.selected);
  return useBoard((board) => alarmOf(board.alarming, open));
}
