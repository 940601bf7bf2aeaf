import type { ReplyCode } from '../wire/reply.ts';

/**
 * A command's way out of a seat: `pending → sent → accepted | refused`; back to pending on disconnect or
 * time-out. Only the hub's reply closes a row. `held` was made on the strength of one that was refused.
 */
export type OutboxState = 'pending' | 'sent' | 'accepted' | 'refused' | 'held';

export interface OutboxRow {
  readonly cmd: string;
  /** what it acts on: one command at a time is under way per target */
  readonly target: string;
  readonly op: string;
  readonly state: OutboxState;
  /** times sent; drives the back-off */
  readonly tries: number;
  /** not before, ms since the epoch */
  readonly notBefore: number;
  readonly code?: ReplyCode;
}

const COMMUTING: ReadonlySet<string> = new Set([
  'ticket.note',
  'ticket.step',
  'ticket.procedure',
  'ticket.attach',
  'ticket.detach',
]);

/** Notes, steps and files commute: they go even when what stood before them was refused. */
export const commutes = (op: string): boolean => COMMUTING.has(op);

/** What a reply's code means for the row. */
export type Verdict = 'accept' | 'refuse' | 'resync' | 'stop' | 'retry';
export function verdict(code: ReplyCode): Verdict {
  switch (code) {
    case 'OK':
      return 'accept';
    case 'STALE_EPOCH':
      return 'resync';
    case 'UNSUPPORTED_VERSION':
      return 'stop';
    case 'RETRY':
      return 'retry';
    default:
      return 'refuse';
  }
}

/**
 * Delay before the next try: 1, 2, 4 … 30 s, with jitter so that 75 seats don't come back as one.
 * @param random in [0, 1)
 * @returns milliseconds
 */
export const backOff = (tries: number, random: number): number =>
  Math.round(Math.min(30_000, 1_000 * 2 ** Math.min(tries, 5)) * (0.5 + random / 2));

/**
 * The rows that may be sent now, in order: at most one per target, none while another of the same target waits or is
 * under way. What was refused or held stands in nobody's way: who acts since has been shown it, and acts on the ticket
 * as the room has it.
 * @param rows in the order they were made
 */
export function sendable(rows: readonly OutboxRow[], now: number): readonly OutboxRow[] {
  const busy = new Set<string>();
  const ready: OutboxRow[] = [];
  for (const row of rows) {
    if (row.state !== 'pending' && row.state !== 'sent') continue;
    if (row.state === 'pending' && !busy.has(row.target) && row.notBefore <= now) ready.push(row);
    busy.add(row.target);
  }
  return ready;
}

/**
 * After a refusal, those made on the same target since: what commutes stays pending, the rest are held and shown.
 * On the strength of a note, a step or a file nothing is made.
 * @returns the commands to hold
 */
export function heldBehind(rows: readonly OutboxRow[], refused: OutboxRow): readonly string[] {
  if (commutes(refused.op)) return [];
  const from = rows.findIndex((row) => row.cmd === refused.cmd);
  return rows
    .slice(from + 1)
    .filter((row) => row.target === refused.target && row.state === 'pending' && !commutes(row.op))
    .map((row) => row.cmd);
}
