import { createHash } from 'node:crypto';
import type { CabinetId, LampId } from '../../shared/ids.ts';
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
  /** cabinets that light a street of this one's too, or share a circuit with it */
  readonly neighbours: (cabinet: CabinetId) => Iterable<CabinetId>;
  /** how many lamps it feeds */
  readonly fed: (cabinet: CabinetId) => number;
}
export const UNWIRED: Wiring = { neighbours: () => [], fed: () => Infinity };

/** A fault that has its ticket and lasts. */
export interface LastingFault {
  /** `lamp:<id>`, or `cabinet:<id>` by the first of its cabinets: a cabinet is in one fault at a time */
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

/** Whether it is one of what feeds lamps: an alarm, not a lamp that waits for its round. */
export const isGroup = ({ key }: Pick<LastingFault, 'key'>): boolean => key.startsWith('cabinet:');

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
