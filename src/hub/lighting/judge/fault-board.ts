import { setImmediate } from 'node:timers/promises';
import { travelFrom } from '../../../shared/geo/route.ts';
import { type StreetGraph, streetGraph } from '../../../shared/geo/street-graph.ts';
import type { StreetPiece } from '../../../shared/geo/streets.ts';
import type { LampId } from '../../../shared/ids.ts';
import { causesOf, type FaultyLamp, type Together } from '../../../shared/lamp/fault/causes.ts';
import type { RepairTrip } from '../../../shared/lamp/fault/group.ts';
import { tripStops } from '../../../shared/lamp/fault/trip.ts';
import { LampFault } from '../../../shared/lamp/state.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { RoomData } from '../../edge/room-data.ts';
import type { Store } from '../../store/store.ts';
import type { Lighting } from '../lighting.ts';
import { groupTold } from './told-group.ts';

export interface FaultBoardOptions {
  readonly store: Store;
  readonly data: Pick<RoomData, 'put' | 'remove'>;
  readonly lighting: Pick<Lighting, 'faulty' | 'knowFound' | 'fed'>;
  readonly streets: readonly StreetPiece[];
  /** which cabinets have one fault in common, as alarms say */
  readonly together: Together;
}

interface Entry {
  readonly faults: number;
  /** ms since the epoch */
  readonly since: number;
  readonly power: 'low' | 'high' | undefined;
}

/** Groups that seats are told of, those with most lamps first: a list is read by people. */
const TOLD = 1_000;
const AT_ONCE = 200;

const SUPPLY = LampFault.cabinet | LampFault.circuit;
/**
 * Since when a lamp has what its group is told of: that its supply is gone is not as old as whatever else was wrong with
 * it before.
 */
function sinceOf(
  { faults, since }: Pick<FaultyLamp, 'faults'> & { readonly since?: number | undefined },
  known: Entry | undefined,
  now: number,
): number {
  if (known !== undefined && (known.faults & SUPPLY) === (faults & SUPPLY)) return known.since;
  return known !== undefined && (faults & SUPPLY) !== 0 ? now : (since ?? now);
}

/** All lamps at fault, with since when, grouped by likely cause: what the room reads as « Défauts ». */
export class FaultBoard {
  readonly #on: FaultBoardOptions;
  #pieces: readonly StreetPiece[];
  readonly #known: Map<LampId, Entry>;
  #told = new Set<string>();
  #graph: StreetGraph | undefined;
  /** what the broker had retained is in: what is not at fault now has been mended */
  #settled = false;
  #changed = true;
  /** cabinets of faults that are told, each with the fault it has in common with others */
  #together = '';

  private constructor(options: FaultBoardOptions, known: Map<LampId, Entry>) {
    this.#on = options;
    this.#pieces = options.streets;
    this.#known = known;
  }

  /** @throws StorageError */
  static async open(options: FaultBoardOptions): Promise<FaultBoard> {
    const rows = await options.store.db.selectFrom('lamp_at_fault').selectAll().execute();
    const known = new Map<LampId, Entry>();
    for (const { lamp, faults, since, power } of rows) {
      const entry = { faults, since: Date.parse(since), power: power ?? undefined };
      known.set(lamp as LampId, entry);
      options.lighting.knowFound(lamp as LampId, faults, entry.since, entry.power);
    }
    return new FaultBoard(options, known);
  }

  /** The streets are others from now on: the trip goes along them. */
  refit(streets: readonly StreetPiece[]): void {
    this.#pieces = streets;
    this.#graph = undefined;
    this.#changed = true;
  }

  settled(): void {
    this.#settled = true;
  }

  /** To be called every few seconds, one call at a time. @throws StorageError; the next call tries again */
  async look(now: number): Promise<void> {
    if (!this.#settled) return;
    const lamps = [...this.#on.lighting.faulty()].map(
      (one): FaultyLamp => ({ ...one, since: sinceOf(one, this.#known.get(one.lamp.id), now) }),
    );
    await this.#keep(lamps);
    const together = this.#inCommon(lamps);
    if (together !== this.#together) this.#changed = true;
    this.#together = together;
    if (!this.#changed) return;
    this.#changed = false;
    await this.#tell(lamps);
  }

  /** An alarm begins, grows and ends later than the faults it is made of: then they are grouped anew. */
  #inCommon(lamps: readonly FaultyLamp[]): string {
    const { noSupply, dark } = this.#on.together;
    const cabinets = new Set(lamps.flatMap(({ lamp }) => lamp.cabinet ?? []));
    return [...cabinets]
      .sort()
      .flatMap((id) => [noSupply(id), dark(id)].map((key) => (key === undefined ? [] : `${id} ${key}`)))
      .join('\n');
  }

  /** Writes down what differs. */
  async #keep(lamps: readonly FaultyLamp[]): Promise<void> {
    const at = new Set(lamps.map(({ lamp }) => lamp.id));
    const gone = [...this.#known.keys()].filter((lamp) => !at.has(lamp));
    const changed = lamps.filter(({ lamp, faults, power }) => {
      const known = this.#known.get(lamp.id);
      return known?.faults !== faults || known.power !== power;
    });
    if (gone.length + changed.length === 0) return;
    const rows = changed.map(({ lamp, faults, since, power }) => ({
      lamp: lamp.id,
      faults,
      since: instant(since),
      power: power ?? null,
    }));
    const written = [...gone, ...changed.map(({ lamp }) => lamp.id)];
    await this.#on.store.write(async ({ tx }) => {
      for (let from = 0; from < written.length; from += AT_ONCE)
        await tx
          .deleteFrom('lamp_at_fault')
          .where('lamp', 'in', written.slice(from, from + AT_ONCE))
          .execute();
      for (let from = 0; from < rows.length; from += AT_ONCE)
        await tx
          .insertInto('lamp_at_fault')
          .values(rows.slice(from, from + AT_ONCE))
          .execute();
    });
    for (const lamp of gone) this.#known.delete(lamp);
    for (const { lamp, faults, since, power } of changed) this.#known.set(lamp.id, { faults, since, power });
    this.#changed = true;
  }

  async #tell(lamps: readonly FaultyLamp[]): Promise<void> {
    const { data, lighting } = this.#on;
    const groups = causesOf(lamps, lighting.fed, this.#on.together)
      .toSorted((a, b) => b.lamps.length - a.lamps.length || (a.id < b.id ? -1 : 1))
      .slice(0, TOLD)
      .map(groupTold);
    const told = new Set(groups.map(({ id }) => id));
    for (const id of this.#told) if (!told.has(id)) data.remove('lampFaultGroup', id);
    for (const group of groups) data.put('lampFaultGroup', group);
    this.#told = told;
    const graph = this.#streets();
    const stops: RepairTrip['stops'] = [];
    for (const stop of tripStops(groups, (place) => {
      const travel = travelFrom(graph, place);
      return (to) => travel(to, 'van');
    })) {
      stops.push(stop);
      // Each stop is a search over the whole city: reports and commands want their turn between.
      await setImmediate();
    }
    data.put('repairTrip', { v: 1, id: 'room', stops });
  }

  #streets(): StreetGraph | undefined {
    if (this.#pieces.length === 0) return undefined;
    this.#graph ??= streetGraph(this.#pieces);
    return this.#graph;
  }
}
