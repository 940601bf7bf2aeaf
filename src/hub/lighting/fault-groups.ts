import { createHash } from 'node:crypto';
import type { CabinetId, LampId } from '../../shared/ids.ts';
import { instant } from '../../shared/wire/time.ts';

/** When faults become tickets, and when many become one. */
export interface FaultRule {
  /** a fault must last this long; a lamp that restarts is none */
  readonly settleMs: number;
  /** this many lamps of one cabinet are one fault of what feeds them */
  readonly groupFrom: number;
  /** while the newest fault of a cabinet is younger, more may be coming … */
  readonly quietMs: number;
  /** … but not for longer than this */
  readonly longestMs: number;
}

/** A fault that has its ticket and lasts. */
export interface LastingFault {
  /** `lamp:<id>` or `cabinet:<id>` */
  readonly key: string;
  /** the same for as long as the fault lasts, another when it comes back */
  readonly sourceId: string;
  readonly cabinet?: CabinetId;
  readonly lamps: readonly LampId[];
  /** when each of them was observed to be faulty, ms since the epoch; rows of earlier versions have none */
  readonly observedAt?: readonly number[];
  /** the cabinet itself says so: it lasts until the cabinet works, whatever its lamps say */
  readonly declared: boolean;
}

/** What changed since the last look, to be written down together. */
export interface FaultChanges {
  readonly began: readonly LastingFault[];
  readonly joined: readonly LastingFault[];
  readonly ended: readonly string[];
}

interface Pending {
  readonly cabinet: CabinetId | undefined;
  readonly since: number;
  readonly observedAt: number;
}
interface Lasting extends Omit<LastingFault, 'lamps' | 'observedAt' | 'declared'> {
  /** lamp → when it was observed to be faulty, ms; 0 = not known */
  readonly lamps: Map<LampId, number>;
  declared: boolean;
}

const cabinetKey = (id: string) => `cabinet:${id}`;
const lampKey = (id: string) => `lamp:${id}`;

const told = ({ lamps, ...fault }: Lasting): LastingFault => ({
  ...fault,
  lamps: [...lamps.keys()],
  observedAt: [...lamps.values()],
});

/** Ids may be longer than a source id: then their digest stands for them. */
function sourceIdOf(key: string, since: number): string {
  const name = key.length > 150 ? createHash('sha256').update(key).digest('hex') : key;
  return `${name}@${instant(since)}`;
}

/**
 * Faults of lamps and cabinets on their way to tickets. The rule: a fault is reported when it has lasted
 * `settleMs`; then all pending faults of its cabinet are looked at, as soon as no new one has come for
 * `quietMs` (or the oldest is `longestMs` old). From `groupFrom` on they are one report, as is whatever a
 * cabinet says of itself; fewer are one each. A lamp that fails while its cabinet's fault lasts joins it.
 */
export class FaultGroups {
  readonly #rule: FaultRule;
  readonly #pending = new Map<LampId, Pending>();
  readonly #pendingByCabinet = new Map<CabinetId, Set<LampId>>();
  /** cabinets that say of themselves that they fail, since when */
  readonly #cabinets = new Map<CabinetId, number>();
  readonly #lasting = new Map<string, Lasting>();
  readonly #memberOf = new Map<LampId, string>();
  readonly #joined = new Set<string>();
  readonly #ended = new Set<string>();

  /** @param lasting as written down before a restart */
  constructor(rule: FaultRule, lasting: readonly LastingFault[] = []) {
    this.#rule = rule;
    for (const fault of lasting) this.#keep(fault);
  }

  /** Lets go of what the inventory no longer has: nothing will ever say that it works. */
  forgetStrangers(isLamp: (id: LampId) => boolean, isCabinet: (id: CabinetId) => boolean): void {
    for (const { key, cabinet, lamps } of [...this.#lasting.values()]) {
      for (const lamp of [...lamps.keys()]) if (!isLamp(lamp)) this.lampWorks(lamp);
      if (key.startsWith('cabinet:') && cabinet !== undefined && !isCabinet(cabinet))
        this.cabinetWorks(cabinet);
    }
  }

  /** Every lamp of a fault that lasts, and when it was observed to be faulty, ms. */
  *known(): Iterable<readonly [LampId, number]> {
    for (const { lamps } of this.#lasting.values())
      for (const [lamp, at] of lamps) if (at > 0) yield [lamp, at];
  }

  /**
   * @param at when it was heard of, ms since the epoch: what waits for more waits by the hub's clock
   * @param observedAt when it was observed
   */
  lampFailed(lamp: LampId, cabinet: CabinetId | undefined, at: number, observedAt = at): void {
    if (this.#memberOf.has(lamp) || this.#pending.has(lamp)) return;
    const group = cabinet === undefined ? undefined : this.#lasting.get(cabinetKey(cabinet));
    if (group === undefined) {
      this.#pending.set(lamp, { cabinet, since: at, observedAt });
      if (cabinet === undefined) return;
      const together = this.#pendingByCabinet.get(cabinet);
      if (together === undefined) this.#pendingByCabinet.set(cabinet, new Set([lamp]));
      else together.add(lamp);
      return;
    }
    group.lamps.set(lamp, observedAt);
    this.#memberOf.set(lamp, group.key);
    this.#joined.add(group.key);
  }

  lampWorks(lamp: LampId): void {
    this.#forget(lamp);
    const key = this.#memberOf.get(lamp);
    if (key === undefined) return;
    this.#memberOf.delete(lamp);
    const fault = this.#lasting.get(key);
    fault?.lamps.delete(lamp);
    if (fault?.lamps.size === 0 && !fault.declared) this.#end(key);
  }

  cabinetFailed(cabinet: CabinetId, at: number): void {
    const known = this.#lasting.get(cabinetKey(cabinet));
    if (known !== undefined) known.declared = true;
    else if (!this.#cabinets.has(cabinet)) this.#cabinets.set(cabinet, at);
  }

  cabinetWorks(cabinet: CabinetId): void {
    this.#cabinets.delete(cabinet);
    const fault = this.#lasting.get(cabinetKey(cabinet));
    if (fault === undefined) return;
    fault.declared = false;
    if (fault.lamps.size === 0) this.#end(fault.key);
  }

  /** What is due by now, and what ended since the last call. */
  take(now: number): FaultChanges {
    const began: LastingFault[] = [];
    for (const due of [this.#dueCabinets, this.#dueLamps]) {
      for (const fault of due.call(this, now)) {
        this.#keep(fault);
        for (const lamp of fault.lamps) this.#forget(lamp);
        began.push(fault);
      }
    }
    const joined = [...this.#joined].flatMap((key) => {
      const fault = this.#lasting.get(key);
      return fault === undefined ? [] : [told(fault)];
    });
    const ended = [...this.#ended];
    this.#joined.clear();
    this.#ended.clear();
    return { began, joined, ended };
  }

  #dueCabinets(now: number): readonly LastingFault[] {
    return [...this.#cabinets]
      .filter(([, since]) => now - since >= this.#rule.settleMs)
      .map(([cabinet, since]) => {
        this.#cabinets.delete(cabinet);
        return this.#groupOf(cabinet, since, this.#pendingOf(cabinet), true);
      });
  }

  #dueLamps(now: number): readonly LastingFault[] {
    const looked = new Set<LampId>();
    const due: LastingFault[] = [];
    for (const [lamp, { cabinet, since }] of this.#pending) {
      if (now - since < this.#rule.settleMs || looked.has(lamp)) continue;
      const together = cabinet === undefined ? [lamp] : this.#pendingOf(cabinet);
      for (const one of together) looked.add(one);
      if (this.#moreMayCome(together, since, now)) continue;
      if (cabinet !== undefined && together.length >= this.#rule.groupFrom)
        due.push(this.#groupOf(cabinet, since, together, false));
      else due.push(...together.flatMap((one) => this.#single(one, now)));
    }
    return due;
  }

  #moreMayCome(together: readonly LampId[], oldest: number, now: number): boolean {
    const newest = Math.max(...together.map((lamp) => this.#pending.get(lamp)?.since ?? 0));
    return now - newest < this.#rule.quietMs && now - oldest < this.#rule.longestMs;
  }

  #single(lamp: LampId, now: number): readonly LastingFault[] {
    const pending = this.#pending.get(lamp);
    if (pending === undefined || now - pending.since < this.#rule.settleMs) return [];
    const { cabinet, since } = pending;
    const key = lampKey(lamp);
    const fed = cabinet === undefined ? {} : { cabinet };
    const observedAt = [pending.observedAt];
    return [{ key, sourceId: sourceIdOf(key, since), ...fed, lamps: [lamp], observedAt, declared: false }];
  }

  #groupOf(cabinet: CabinetId, since: number, lamps: readonly LampId[], declared: boolean): LastingFault {
    const key = cabinetKey(cabinet);
    const observedAt = lamps.map((lamp) => this.#pending.get(lamp)?.observedAt ?? 0);
    return { key, sourceId: sourceIdOf(key, since), cabinet, lamps, observedAt, declared };
  }

  #pendingOf(cabinet: CabinetId): readonly LampId[] {
    return [...(this.#pendingByCabinet.get(cabinet) ?? [])];
  }

  #forget(lamp: LampId): void {
    const cabinet = this.#pending.get(lamp)?.cabinet;
    this.#pending.delete(lamp);
    if (cabinet === undefined) return;
    const together = this.#pendingByCabinet.get(cabinet);
    together?.delete(lamp);
    if (together?.size === 0) this.#pendingByCabinet.delete(cabinet);
  }

  #keep(fault: LastingFault): void {
    const { observedAt = [], ...rest } = fault;
    const lamps = new Map(fault.lamps.map((lamp, i) => [lamp, observedAt[i] ?? 0] as const));
    this.#lasting.set(fault.key, { ...rest, lamps });
    for (const lamp of fault.lamps) this.#memberOf.set(lamp, fault.key);
  }

  #end(key: string): void {
    this.#lasting.delete(key);
    this.#joined.delete(key);
    this.#ended.add(key);
  }
}
