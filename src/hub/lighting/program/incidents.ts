import type { Position } from '../../../shared/geo/position.ts';
import type { CabinetId, LampId } from '../../../shared/ids.ts';
import type { Dictionary } from '../../../shared/lamp/dictionary.ts';
import { incidentFinder, kindsThatMatter, type LitIncident } from '../../../shared/lighting/incident.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { CabinetProgram } from '../../../shared/wire/cabinet-program.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { Store } from '../../store/store.ts';
import { openOfKinds } from '../../tickets/read.ts';

type Near = (at: Position) => LitIncident | undefined;

/** Open tickets around which lamps are not dimmed, as the store has them. */
export class Incidents {
  readonly #store: Store;
  readonly #now: () => number;
  #near: Near = () => undefined;
  /** of what `near` was made */
  #key = '';
  /** the store then, and when the first of them is over */
  #seq = -1;
  #until = Infinity;

  constructor(store: Store, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** @returns whether lamps are near others than before. @throws StorageError */
  async look(plan: LightingPlan): Promise<boolean> {
    const [now, seq] = [this.#now(), this.#store.seq];
    if (seq === this.#seq && now < this.#until) return false;
    const tickets = await openOfKinds(this.#store.db, kindsThatMatter(plan));
    this.#seq = seq;
    const ends = tickets.flatMap(({ kind, openedAt }) =>
      plan.incidents.flatMap(({ kinds, hours }) =>
        kinds.includes(kind) ? Date.parse(openedAt) + hours * 3_600_000 : [],
      ),
    );
    this.#until = Math.min(...ends.filter((end) => end > now));
    const key = JSON.stringify([
      plan.version,
      this.#until,
      tickets.map(({ id, kind, place }) => [id, kind, place.position]),
    ]);
    if (key === this.#key) return false;
    this.#key = key;
    this.#near = incidentFinder(plan, tickets, now);
    return true;
  }

  near(at: Position): LitIncident | undefined {
    return this.#near(at);
  }
}

/**
 * Programmes as cabinets shall have them while these incidents last.
 * @param aheadMs by which the cabinets' clocks are ahead of ours
 */
export function withIncidents(
  programs: ReadonlyMap<CabinetId, CabinetProgram>,
  dictionaries: readonly Dictionary[],
  near: Near,
  aheadMs: number,
): ReadonlyMap<CabinetId, string> {
  /** cabinet → incident → lamps */
  const lit = new Map<CabinetId, Map<LitIncident, LampId[]>>();
  for (const { lamps } of dictionaries)
    for (const lamp of lamps) {
      const incident = lamp?.cabinet === undefined ? undefined : near(lamp.position);
      if (lamp?.cabinet === undefined || incident === undefined) continue;
      const its = lit.get(lamp.cabinet) ?? new Map<LitIncident, LampId[]>();
      lit.set(lamp.cabinet, its);
      its.set(incident, [...(its.get(incident) ?? []), lamp.id]);
    }
  return new Map(
    [...programs].map(([cabinet, program]) => {
      const incidents = [...(lit.get(cabinet) ?? [])].map(([{ floor, until }, lamps]) => ({
        level: floor.level,
        until: instant(until + aheadMs),
        lamps,
      }));
      return [cabinet, JSON.stringify({ ...program, incidents })];
    }),
  );
}
