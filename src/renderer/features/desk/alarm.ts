import { useBoard, useDesk } from './board.ts';
import type { Row } from './model.ts';

/** The P1 that « Acquitter » means: the open one where it is unacknowledged, for it is read; else the first. */
export const alarmOf = (alarming: readonly Row[], open: string | undefined): string | undefined =>
  (alarming.find(({ ticket }) => ticket.id === open) ?? alarming[0])?.ticket.id;

export function useAlarm(): string | undefined {
  const open = useDesk((desk) => desk.selected);
  return useBoard((board) => alarmOf(board.alarming, open));
}
