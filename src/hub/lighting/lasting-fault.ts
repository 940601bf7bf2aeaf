import { createHash } from 'node:crypto';
import type { CabinetId, LampId } from '../../shared/ids.ts';
import type { FaultCondition } from '../../shared/lamp/fault/condition.ts';
import { instant } from '../../shared/wire/time.ts';

/** When faults become tickets, and when many become one. */
export interface FaultRule {
  /** a fault must last this long; a lamp that restarts is none */
  readonly settleMs: number;
  /** with this many of its lamps a cabinet is dark: one fault of what feeds them */
  readonly groupFrom: number;
  /** while the newest one of those together is younger, more may be coming … */
  readonly quietMs: number;
  /** … but not for longer than this */
  readonly longestMs: number;
}

/** What is wired to what, as the inventory says. */
export interface Wiring {
  /** cabinets that light a street of this one's too, or are on a circuit that cabinets share */
  readonly neighbours: (cabinet: CabinetId) => Iterable<CabinetId>;
  /** cabinets of which some lamp stands beside one of this one's: the same cable of the network may feed both */
  readonly adjoining: (cabinet: CabinetId) => Iterable<CabinetId>;
  /** how many lamps it feeds */
  readonly fed: (cabinet: CabinetId) => number;
}
export const UNWIRED: Wiring = { neighbours: () => [], adjoining: () => [], fed: () => Infinity };

/**
 * What lamps of a group have in common: `cabinet` = they or their cabinets say that they fail; `dark` and `burning` =
 * reports tell that they are dark at night, burn by day, though nobody says so.
 */
export type GroupKind = 'cabinet' | 'dark' | 'burning';

/** A fault that has its ticket and lasts. */
export interface LastingFault {
  /** `lamp:<id>`, or `<GroupKind>:<id>` by the first of its cabinets: a cabinet is in one fault of a kind at a time */
  readonly key: string;
  /** the same for as long as the fault lasts, another when it comes back */
  readonly sourceId: string;
  /** what feeds its lamps, in order of id */
  readonly cabinets: readonly CabinetId[];
  readonly lamps: readonly LampId[];
  /** when each of them was observed to be faulty, ms since the epoch; rows of earlier versions have none */
  readonly observedAt?: readonly number[];
  /** cabinets that say so themselves: it lasts until they work, whatever its lamps say */
  readonly declared: readonly CabinetId[];
}

/** The same while it lasts: what it is made of comes and goes. */
export interface Lasting {
  readonly key: string;
  readonly sourceId: string;
  readonly cabinets: Set<CabinetId>;
  /** lamp → when it was observed to be faulty, ms; 0 = not known */
  readonly lamps: Map<LampId, number>;
  readonly declared: Set<CabinetId>;
  /** when the last of its cabinets went dark, ms: others may still follow */
  latest: number;
}

/** As it is written down. */
export const told = ({ key, sourceId, cabinets, lamps, declared }: Lasting): LastingFault => ({
  key,
  sourceId,
  cabinets: [...cabinets].sort(),
  lamps: [...lamps.keys()],
  observedAt: [...lamps.values()],
  declared: [...declared].sort(),
});

/** Whether it is one of what feeds lamps: an alarm, not a lamp that waits for its round. */
export const isGroup = (fault: Pick<LastingFault, 'key'>): boolean => !fault.key.startsWith('lamp:');

/** Of a group, or of a lamp that says itself that it fails. */
export function kindOf({ key }: Pick<LastingFault, 'key'>): GroupKind {
  const [kind] = key.split(':', 1);
  return kind === 'dark' || kind === 'burning' ? kind : 'cabinet';
}

/** What is wrong: a cabinet that says that it or a circuit of it has failed feeds these lamps no more. */
export function conditionOf(fault: Pick<LastingFault, 'key' | 'declared'>): FaultCondition {
  const kind = kindOf(fault);
  if (kind !== 'cabinet') return kind;
  return fault.declared.length > 0 ? 'supply' : 'broken';
}

/** Names one occurrence. Ids may be longer than a source id: then their digest stands for them. */
export function sourceIdOf(key: string, since: number): string {
  const name = key.length > 150 ? createHash('sha256').update(key).digest('hex') : key;
  return `${name}@${instant(since)}`;
}

/** What changed since the last look, to be written down together. */
export interface FaultChanges {
  readonly began: readonly LastingFault[];
  readonly joined: readonly LastingFault[];
  readonly ended: readonly string[];
}

/** What changed in several groupings, as of one. */
export const takenTogether = (
  groups: readonly { readonly take: (now: number) => FaultChanges }[],
): { readonly take: (now: number) => FaultChanges } => ({
  take: (now) => {
    const changes = groups.map((each) => each.take(now));
    return {
      began: changes.flatMap(({ began }) => began),
      joined: changes.flatMap(({ joined }) => joined),
      ended: changes.flatMap(({ ended }) => ended),
    };
  },
});
