import type { CabinetId, LampId } from '../../shared/ids.ts';
import { aroundOf, type DarkCabinet, darkTogether } from './dark-together.ts';
import {
  type FaultChanges,
  type FaultRule,
  type GroupKind,
  isGroup,
  kindOf,
  type Lasting,
  type LastingFault,
  sourceIdOf,
  told,
  type Wiring,
} from './lasting-fault.ts';
import { Supply } from './supply.ts';

interface Pending {
  readonly cabinet: CabinetId | undefined;
  readonly since: number;
  readonly observedAt: number;
}
const lampKey = (id: string) => `lamp:${id}`;

/**
 * Faults of lamps and cabinets on their way to tickets, grouped before anybody is told. The rules:
 * - A fault is reported when it has lasted `settleMs`, and then as soon as no new one has come for `quietMs`, or the
 *   oldest is `longestMs` old.
 * - A cabinet is dark when it says so, when `groupFrom` of its lamps have failed, or all that it feeds.
 * - Dark cabinets that went dark within `settleMs` of one another and are neighbours (a street or a circuit in common,
 *   or, where both say that nothing feeds them, areas that adjoin: `Supply`) are one fault, and so on from neighbour to neighbour, over those of an older fault too: what feeds them has failed. One that follows within
 *   `settleMs` of the last joins the fault that lasts.
 * - Whatever else fails is one fault for each lamp, where lamps say so; what is only told from reports is in the list. A lamp that fails while its cabinet's fault lasts joins it.
 */
export class FaultGroups {
  readonly #rule: FaultRule;
  readonly #kind: GroupKind;
  readonly #supply = new Supply();
  readonly #pending = new Map<LampId, Pending>();
  readonly #pendingByCabinet = new Map<CabinetId, Set<LampId>>();
  /** cabinets that say of themselves that they fail, since when */
  readonly #cabinets = new Map<CabinetId, number>();
  readonly #lasting = new Map<string, Lasting>();
  readonly #memberOf = new Map<LampId, string>();
  readonly #groupOf = new Map<CabinetId, string>();
  readonly #around = (id: CabinetId) => aroundOf(id, this.#supply, (one) => this.#groupOf.has(one));
  readonly #joined = new Set<string>();
  readonly #ended = new Set<string>();

  /** @param lasting as written down before a restart; those of other kinds are others' */
  constructor(rule: FaultRule, lasting: readonly LastingFault[] = [], kind: GroupKind = 'cabinet') {
    this.#rule = rule;
    this.#kind = kind;
    for (const fault of lasting) if (kindOf(fault) === kind) this.#keep(fault, -Infinity);
  }

  /** Says what is wired to what; before that no two cabinets have anything in common. */
  wire(wiring: Wiring): void {
    this.#supply.wire(wiring);
  }

  /** Lets go of what the inventory no longer has: nothing will ever say that it works. */
  forgetStrangers(isLamp: (id: LampId) => boolean, isCabinet: (id: CabinetId) => boolean): void {
    for (const { declared, lamps } of [...this.#lasting.values()]) {
      for (const lamp of [...lamps.keys()]) if (!isLamp(lamp)) this.lampWorks(lamp);
      for (const cabinet of [...declared]) if (!isCabinet(cabinet)) this.cabinetWorks(cabinet);
    }
  }

  /** Every lamp of a fault that lasts, and when it was observed to be faulty, ms. */
  *known(): Iterable<readonly [LampId, number]> {
    for (const { lamps } of this.#lasting.values())
      for (const [lamp, at] of lamps) if (at > 0) yield [lamp, at];
  }

  /** The fault that a cabinet has in common with others, while it lasts. */
  together(cabinet: CabinetId): string | undefined {
    const group = this.#lastingOf(cabinet);
    return group !== undefined && group.cabinets.size > 1 ? group.key : undefined;
  }

  /**
   * @param at when it was heard of, ms since the epoch: what waits for more waits by the hub's clock
   * @param observedAt when it was observed
   */
  lampFailed(lamp: LampId, cabinet: CabinetId | undefined, at: number, observedAt = at): void {
    if (this.#memberOf.has(lamp) || this.#pending.has(lamp)) return;
    const group = this.#lastingOf(cabinet);
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
    this.#endIfOver(fault);
  }

  /** @param unfed it says that nothing feeds it, not only some of its circuits */
  cabinetFailed(cabinet: CabinetId, at: number, unfed = false): void {
    this.#supply.say(cabinet, unfed);
    const group = this.#lastingOf(cabinet);
    if (group !== undefined) group.declared.add(cabinet);
    else if (!this.#cabinets.has(cabinet)) this.#cabinets.set(cabinet, at);
  }

  cabinetWorks(cabinet: CabinetId): void {
    this.#cabinets.delete(cabinet);
    this.#supply.say(cabinet, false);
    const group = this.#lastingOf(cabinet);
    group?.declared.delete(cabinet);
    this.#endIfOver(group);
  }

  /** What is due by now, and what ended since the last call. */
  take(now: number): FaultChanges {
    const began: LastingFault[] = [];
    for (const group of darkTogether(this.#dark(), { neighbours: this.#around }, this.#rule.settleMs)) {
      const since = Math.min(...group.map((one) => one.since));
      const latest = Math.max(...group.map((one) => one.latest));
      if (now - since < this.#rule.settleMs || this.#moreMayCome(since, latest, now)) continue;
      const cabinets = group.map(({ cabinet }) => cabinet).sort();
      if (this.#follows(cabinets, since, latest)) continue;
      const fault = this.#faultOf(cabinets, since);
      // So few in all, and no cabinet says so: each lamp is its own, below.
      if (fault.lamps.length < this.#rule.groupFrom && fault.declared.length === 0) continue;
      this.#begin(fault, latest);
      began.push(fault);
    }
    for (const fault of this.#dueLamps(now)) {
      if (this.#kind !== 'cabinet') this.#clear([], fault.lamps);
      else {
        this.#begin(fault, now);
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

  /** Cabinets that are dark and in no fault yet. */
  #dark(): ReadonlyMap<CabinetId, DarkCabinet> {
    const found = new Map<CabinetId, DarkCabinet>();
    for (const cabinet of new Set([...this.#cabinets.keys(), ...this.#pendingByCabinet.keys()])) {
      const said = this.#cabinets.get(cabinet);
      const lamps = this.#pendingOf(cabinet);
      const enough = Math.min(this.#rule.groupFrom, this.#supply.fed(cabinet));
      if (said === undefined && lamps.length < enough) continue;
      const times = lamps.map((lamp) => this.#pending.get(lamp)!.since);
      if (said !== undefined) times.push(said);
      found.set(cabinet, { cabinet, since: Math.min(...times), latest: Math.max(...times) });
    }
    return found;
  }

  /** Joins the fault of neighbours that went dark just before. @returns false where there is none */
  #follows(cabinets: readonly CabinetId[], since: number, latest: number): boolean {
    for (const cabinet of cabinets)
      for (const id of this.#around(cabinet)) {
        const group = this.#lastingOf(id);
        if (group === undefined || since - group.latest > this.#rule.settleMs) continue;
        const { lamps, observedAt = [], declared } = this.#faultOf(cabinets, since);
        this.#put(group, { cabinets, lamps, observedAt, declared });
        this.#clear(cabinets, lamps);
        group.latest = Math.max(group.latest, latest);
        this.#joined.add(group.key);
        return true;
      }
    return false;
  }

  #dueLamps(now: number): readonly LastingFault[] {
    const looked = new Set<LampId>();
    const due: LastingFault[] = [];
    for (const [lamp, { cabinet, since }] of this.#pending) {
      if (now - since < this.#rule.settleMs || looked.has(lamp)) continue;
      const together = cabinet === undefined ? [lamp] : this.#pendingOf(cabinet);
      for (const one of together) looked.add(one);
      // Enough for a fault of its cabinet: it has not become one yet, for others may still come.
      if (together.length >= this.#rule.groupFrom) continue;
      const newest = Math.max(...together.map((one) => this.#pending.get(one)?.since ?? 0));
      if (!this.#moreMayCome(since, newest, now))
        due.push(...together.flatMap((one) => this.#single(one, now)));
    }
    return due;
  }

  #moreMayCome(oldest: number, newest: number, now: number): boolean {
    return now - newest < this.#rule.quietMs && now - oldest < this.#rule.longestMs;
  }

  #single(lamp: LampId, now: number): readonly LastingFault[] {
    const pending = this.#pending.get(lamp);
    if (pending === undefined || now - pending.since < this.#rule.settleMs) return [];
    const { cabinet, since, observedAt } = pending;
    const key = lampKey(lamp);
    const cabinets = cabinet === undefined ? [] : [cabinet];
    const sourceId = sourceIdOf(key, since);
    return [{ key, sourceId, cabinets, lamps: [lamp], observedAt: [observedAt], declared: [] }];
  }

  #faultOf(cabinets: readonly CabinetId[], since: number): LastingFault {
    const key = `${this.#kind}:${cabinets[0]!}`;
    const lamps = cabinets.flatMap((cabinet) => this.#pendingOf(cabinet));
    const observedAt = lamps.map((lamp) => this.#pending.get(lamp)?.observedAt ?? 0);
    const declared = cabinets.filter((cabinet) => this.#cabinets.has(cabinet));
    return { key, sourceId: sourceIdOf(key, since), cabinets, lamps, observedAt, declared };
  }

  #lastingOf(cabinet: CabinetId | undefined): Lasting | undefined {
    const key = cabinet === undefined ? undefined : this.#groupOf.get(cabinet);
    return key === undefined ? undefined : this.#lasting.get(key);
  }

  #pendingOf(cabinet: CabinetId): readonly LampId[] {
    return [...(this.#pendingByCabinet.get(cabinet) ?? [])];
  }

  #begin(fault: LastingFault, latest: number): void {
    this.#keep(fault, latest);
    this.#clear(isGroup(fault) ? fault.cabinets : [], fault.lamps);
  }

  /** No longer on their way. */
  #clear(cabinets: readonly CabinetId[], lamps: readonly LampId[]): void {
    for (const cabinet of cabinets) this.#cabinets.delete(cabinet);
    for (const lamp of lamps) this.#forget(lamp);
  }

  #forget(lamp: LampId): void {
    const cabinet = this.#pending.get(lamp)?.cabinet;
    this.#pending.delete(lamp);
    if (cabinet === undefined) return;
    const together = this.#pendingByCabinet.get(cabinet);
    together?.delete(lamp);
    if (together?.size === 0) this.#pendingByCabinet.delete(cabinet);
  }

  #keep(fault: LastingFault, latest: number): void {
    const { key, sourceId } = fault;
    const kept: Lasting = {
      key,
      sourceId,
      cabinets: new Set(),
      lamps: new Map(),
      declared: new Set(),
      latest,
    };
    this.#lasting.set(key, kept);
    this.#put(kept, fault);
  }

  #put(
    group: Lasting,
    { cabinets, lamps, observedAt = [], declared }: Omit<LastingFault, 'key' | 'sourceId'>,
  ): void {
    for (const [i, lamp] of lamps.entries()) {
      group.lamps.set(lamp, observedAt[i] ?? 0);
      this.#memberOf.set(lamp, group.key);
    }
    for (const cabinet of cabinets) {
      group.cabinets.add(cabinet);
      if (isGroup(group)) this.#groupOf.set(cabinet, group.key);
    }
    for (const cabinet of declared) group.declared.add(cabinet);
  }

  #endIfOver(fault: Lasting | undefined): void {
    if (fault === undefined || fault.lamps.size > 0 || fault.declared.size > 0) return;
    this.#lasting.delete(fault.key);
    for (const cabinet of fault.cabinets)
      if (this.#groupOf.get(cabinet) === fault.key) this.#groupOf.delete(cabinet);
    this.#joined.delete(fault.key);
    this.#ended.add(fault.key);
  }
}
