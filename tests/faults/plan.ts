import { type Chance, chance } from '../../src/city/plan/seeded-chance.ts';
import type { StoreKind } from './house-store.ts';

/** What befalls the hub and the broker, one after the other. */
export type HouseFault =
  | { readonly kind: 'hubKilled' | 'brokerKilled' | 'bothKilled' }
  /** in good order: the broker says every will before it ends, and retains them */
  | { readonly kind: 'brokerRestarted' }
  | { readonly kind: 'hubCutOff'; readonly ending: Ending }
  | { readonly kind: 'restored' }
  /** the server that the store is on: kill -9, or as `pg_ctl stop -m immediate` does */
  | { readonly kind: 'storeKilled'; readonly by: 'SIGKILL' | 'SIGQUIT' };

/** What befalls the seats of one crew, which share a process. */
export type CrewFault =
  | { readonly kind: 'killed' }
  | { readonly kind: 'cutOff'; readonly seats: readonly number[]; readonly ending: Ending }
  | { readonly kind: 'halfOpen'; readonly seats: readonly number[]; readonly side: 'seat' | 'broker' }
  | { readonly kind: 'slow'; readonly seats: readonly number[]; readonly bytesPerMs: number }
  | { readonly kind: 'clocks'; readonly seats: readonly number[]; readonly byMs: number };

/** How a partition without FIN ends: as if nothing had been, or with the connection gone on both sides. */
export type Ending = 'resumes' | 'breaks';

export interface Step<F> {
  readonly pauseMs: number;
  readonly fault: F;
  readonly forMs: number;
}

export interface Plan {
  readonly seed: number;
  readonly house: readonly Step<HouseFault>[];
  readonly crews: readonly (readonly Step<CrewFault>[])[];
  /** how far each seat's clock is ahead at the start, ms */
  readonly clocks: readonly number[];
}

export interface PlanOptions {
  readonly crews: number;
  readonly seatsPerCrew: number;
  readonly seconds: number;
  /** SQLite where left out; what has a server of its own can lose it */
  readonly store?: StoreKind;
}

export interface Part {
  readonly seconds: number;
  /** a crew that is gone afterwards, while nothing else fails, for as long as the rule of absence asks */
  readonly gone?: number;
}

const MINUTE = 60_000;
/** Faults come too fast for the rule of absence: it begins anew with each hub and with each majority. */
const ABSENCE_AFTER_S = 120;

/** How a run of this many seconds is divided; a short one has no absence. */
export function partsOf(seed: number, { crews, seconds }: PlanOptions): readonly Part[] {
  if (seconds < ABSENCE_AFTER_S / 2) return [{ seconds }];
  const parts = Math.max(1, Math.round(seconds / ABSENCE_AFTER_S));
  const by = chance(seed, 'gone');
  return Array.from({ length: parts }, () => ({
    seconds: seconds / parts,
    gone: Math.floor(by.float() * crews),
  }));
}
const ENDINGS: readonly Ending[] = ['resumes', 'breaks'];
const HOUSE = [
  'hubKilled',
  'restored',
  'brokerKilled',
  'bothKilled',
  'brokerRestarted',
  'hubCutOff',
] as const;
const STORE = ['storeKilled'] as const;
const CREW = ['killed', 'cutOff', 'halfOpen', 'slow', 'clocks'] as const;

function houseFault(kind: HouseFault['kind'], by: Chance): HouseFault {
  if (kind === 'storeKilled') return { kind, by: by.pick(['SIGKILL', 'SIGQUIT']) };
  return kind === 'hubCutOff' ? { kind, ending: by.pick(ENDINGS) } : { kind };
}

function crewFault(kind: (typeof CREW)[number], by: Chance, seats: readonly number[]): CrewFault {
  switch (kind) {
    case 'killed':
      return { kind };
    case 'cutOff':
      return { kind, seats, ending: by.pick(ENDINGS) };
    case 'halfOpen':
      return { kind, seats, side: by.pick(['seat', 'broker']) };
    case 'slow':
      return { kind, seats, bytesPerMs: by.range(2, 20) };
    case 'clocks':
      return { kind, seats, byMs: Math.round(by.range(-2, 2) * MINUTE) };
  }
}

/** Faults from a shuffled deck, again and again, until the time is over: each kind comes before any comes twice. */
function lane<K, F>(by: Chance, kinds: readonly K[], seconds: number, make: (kind: K) => F): Step<F>[] {
  const steps: Step<F>[] = [];
  for (let at = 0, deck: K[] = []; ; ) {
    if (deck.length === 0) deck = by.shuffled(kinds);
    // Mostly short, sometimes longer than a keepalive and than a hub may be silent.
    const long = seconds > 60 && by.happens(0.15);
    const step = {
      pauseMs: by.range(500, 3_000),
      forMs: long ? by.range(12_000, 30_000) : by.range(500, 4_000),
    };
    at += step.pauseMs + step.forMs;
    if (at > seconds * 1_000) return steps;
    steps.push({ ...step, fault: make(deck.shift()!) });
  }
}

/** The faults of a run: the same seed and size make the same plan. */
export function planOf(seed: number, { crews, seatsPerCrew, seconds, store }: PlanOptions): Plan {
  const house = chance(seed, 'house');
  const clocks = chance(seed, 'clocks');
  return {
    seed,
    house: lane(house, store === 'postgres' ? [...HOUSE, ...STORE] : HOUSE, seconds, (kind) =>
      houseFault(kind, house),
    ),
    crews: Array.from({ length: crews }, (_, crew) => {
      const by = chance(seed, `crew ${crew}`);
      const some = () => {
        const all = Array.from({ length: seatsPerCrew }, (_, n) => n);
        return by.shuffled(all).slice(0, Math.ceil(by.float() * seatsPerCrew));
      };
      return lane(by, CREW, seconds, (kind) => crewFault(kind, by, some()));
    }),
    // The hub takes what is up to 5 min ahead of what a session has shown: clocks move by less, in all.
    clocks: Array.from({ length: crews * seatsPerCrew }, () => Math.round(clocks.range(-10, 10) * MINUTE)),
  };
}
