import type { DeskSnapshot, OutboxItem } from '../../../shared/ipc/model.ts';
import type { Person } from '../../../shared/rights/model.ts';
import type { Priority, Ticket } from '../../../shared/ticket/model.ts';

export type Intent = DeskSnapshot['intents'][number];

/** Who looks, and from where. */
export interface Viewer {
  readonly seat: string;
  readonly me: Person | undefined;
}

/** A ticket as the operator sees it: the room's word with what this seat has done since laid over it. */
export interface Row {
  /** with the overlay: what the ticket will be once all is confirmed */
  readonly ticket: Ticket;
  /** the room's word; undefined for a ticket that only this seat knows yet */
  readonly confirmed: Ticket | undefined;
  /** commands on their way, in the order they were made */
  readonly pending: readonly OutboxItem[];
  /** colleagues who mean to claim it, unconfirmed too */
  readonly intents: readonly Intent[];
  readonly mine: boolean;
  /** an unacknowledged P1: the one thing that blinks */
  readonly alarming: boolean;
}

export interface Group {
  readonly priority: Priority;
  readonly rows: readonly Row[];
}

/** The desk in one piece, made anew at each change. */
export interface Board {
  readonly rows: ReadonlyMap<string, Row>;
  /** open ones, by priority; all four groups, in order */
  readonly groups: readonly Group[];
  readonly open: number;
  readonly alarming: readonly Row[];
  /** on their way */
  readonly waiting: readonly OutboxItem[];
  /** refused because somebody was faster: to be decided */
  readonly conflicts: readonly OutboxItem[];
  /** refused for another reason: to be read */
  readonly refused: readonly OutboxItem[];
  /** kept back behind a refusal: to be sent again or given up */
  readonly held: readonly OutboxItem[];
}
