import { type Instant, instant } from '../../shared/wire/time.ts';

/** How long things are kept, days; the configuration says which are sensible. */
export interface Retention {
  /** commands with their answers: so long the same one again gets the same answer */
  readonly commandDays: number;
  /** events of tickets that have been closed for so long; who asks for older ones gets a snapshot */
  readonly eventDays: number;
  /** whatever tells of people: closed tickets, contents of journals, ended sessions, people who have left */
  readonly personalDays: number;
}

/** What is from before these moments goes. */
export interface Cutoffs {
  readonly commands: Instant;
  readonly events: Instant;
  readonly personal: Instant;
}

const DAY_MS = 86_400_000;

/** @param now ms since the epoch */
export function cutoffsAt(now: number, { commandDays, eventDays, personalDays }: Retention): Cutoffs {
  const before = (days: number): Instant => instant(Math.max(0, now - days * DAY_MS));
  return { commands: before(commandDays), events: before(eventDays), personal: before(personalDays) };
}
