import type { Ticket } from './model.ts';

/** Most urgent first, then the oldest. */
export const byUrgency = (a: Ticket, b: Ticket): number =>
  a.priority - b.priority || a.openedAt.localeCompare(b.openedAt) || a.id.localeCompare(b.id);

/** Somebody sees to it. */
export const isHeld = ({ state }: Pick<Ticket, 'state'>): boolean =>
  state === 'claimed' || state === 'inProgress';
