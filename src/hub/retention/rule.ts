import { type Instant, instant } from '../../shared/wire/time.ts';

/** How long things are kept, days; the configuration says which are sensible. */
export interface Retention {
  /** commands with their answers: so long the same one again gets the same answer */
  readonly commandDays: number;
  /** events of tickets that have been closed for so long; who asks for older ones gets a snapshot */
  readonly eventDays: number;
  /** whatever tells of people: closed tickets, contents of journals, ended sessions, people who have left */
  readonly personalDays: number;
  /** sums of what lamps used, by hour and by day */
  readonly energyHourDays: number;
  readonly energyDayDays: number;
  /** how lamps were, and passages by street and hour */
  readonly lampHistoryDays: number;
  readonly passageHourDays: number;
}

/** What is from before these moments goes. */
export interface Cutoffs {
  readonly commands: Instant;
  readonly events: Instant;
  readonly personal: Instant;
  readonly energyHours: Instant;
  readonly energyDays: Instant;
  readonly lampHistory: Instant;
  readonly passageHours: Instant;
}

const DAY_MS = 86_400_000;

/** @param now ms since the epoch */
export function cutoffsAt(now: number, keep: Retention): Cutoffs {
  const before = (days: number): Instant => instant(Math.max(0, now - days * DAY_MS));
  return {
    commands: before(keep.commandDays),
    events: before(keep.eventDays),
    personal: before(keep.personalDays),
    energyHours: before(keep.energyHourDays),
    energyDays: before(keep.energyDayDays),
    lampHistory: before(keep.lampHistoryDays),
    passageHours: before(keep.passageHourDays),
  };
}
