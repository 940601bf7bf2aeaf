import { basename } from 'node:path';
import type { Log } from '../../../node/log/log.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { CabinetId } from '../../../shared/ids.ts';
import type { Dictionary, DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import { burningsAt, leastLevel } from '../../../shared/lighting/burning.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { type PlacedLamp, placerOf, type StreetFacts } from '../../../shared/lighting/place-lamps.ts';
import { placeScenes } from '../../../shared/lighting/place-scenes.ts';
import type { LampPlaces } from '../../../shared/lighting/published.ts';
import type { CabinetProgram } from '../../../shared/wire/cabinet-program.ts';
import { instant } from '../../../shared/wire/time.ts';
import type { RoomData } from '../../edge/room-data.ts';
import type { Store } from '../../store/store.ts';
import { compile } from './compile.ts';
import { Incidents, withIncidents } from './incidents.ts';
import { readPlan, stateOf } from './read-plan.ts';
import type { ProgramTeller } from './teller.ts';

export interface PlansOptions {
  readonly store: Store;
  /** undefined: this hub programmes nothing */
  readonly file: string | undefined;
  readonly timeZone: string;
  readonly aheadMinutes: number;
  readonly dictionaries: readonly Dictionary[];
  readonly streets: StreetFacts;
  readonly data: Pick<RoomData, 'put' | 'remove'>;
  readonly teller: Pick<ProgramTeller, 'want' | 'waiting'>;
  /** told of what decides from now on: places are in the order of the districts */
  readonly forced?: (
    plan: LightingPlan,
    places: readonly LampPlaces[],
    dictionaries: readonly Dictionary[],
  ) => void;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * The plan by which the city's lamps burn. A file that is wrong changes nothing: the last good one stays in force, also
 * over a restart.
 */
export class LightingPlans {
  readonly #on: PlansOptions;
  #dictionaries: readonly Dictionary[];
  #streets: StreetFacts;
  #current: LightingPlan | undefined;
  #place: ((lamp: DictionaryLamp) => PlacedLamp) | undefined;
  #places: ReadonlyMap<string, LampPlaces> = new Map();
  #programs: ReadonlyMap<CabinetId, CabinetProgram> = new Map();
  readonly #incidents: Incidents;
  #state: string | undefined;
  #scenes: readonly string[] = [];
  #said = '';
  #faults = 0;

  private constructor(options: PlansOptions) {
    this.#on = options;
    this.#dictionaries = options.dictionaries;
    this.#streets = options.streets;
    this.#incidents = new Incidents(options.store, options.now);
  }

  /** @throws StorageError */
  static async open(options: PlansOptions): Promise<LightingPlans> {
    const plans = new LightingPlans(options);
    if (options.file === undefined) return plans;
    const row = await options.store.db
      .selectFrom('lighting_plan')
      .select('json')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const kept = row && LightingPlan.safeParse(JSON.parse(row.json));
    if (kept?.success === true) plans.#force(kept.data);
    await plans.#read(options.file);
    await plans.#lookAtIncidents();
    return plans;
  }

  /** The plan in force, if any. */
  get plan(): LightingPlan | undefined {
    return this.#current;
  }

  /** How much is wrong with its file as it is now. */
  get faults(): number {
    return this.#faults;
  }

  /** Cabinets that are still to be told of it. */
  get programsWaiting(): number {
    return this.#on.teller.waiting;
  }

  /** In which group and under which floor the lamps of a district are, by the plan in force. */
  placesOf(district: string): LampPlaces | undefined {
    return this.#places.get(district);
  }

  /** Reads the file again where it has changed, and the open tickets around which lamps burn. @throws StorageError */
  async look(): Promise<void> {
    const { file } = this.#on;
    if (file !== undefined && stateOf(file) !== this.#state) await this.#read(file);
    await this.#lookAtIncidents();
  }

  /** The inventory is another one from now on: lamps may have come, gone or stand elsewhere, and streets too. */
  refit(dictionaries: readonly Dictionary[], streets: StreetFacts = this.#streets): void {
    this.#dictionaries = dictionaries;
    this.#streets = streets;
    if (this.#current !== undefined) this.#force(this.#current);
  }

  /** What lamps are not to be dimmed below at a moment, % by lamp, for safety or an incident. @param time ms */
  floorsAt(time: number): (lamp: DictionaryLamp) => number {
    const { timeZone, aheadMinutes } = this.#on;
    const [plan, place] = [this.#current, this.#place];
    if (plan === undefined || place === undefined) return () => 0;
    const burning = burningsAt(plan, timeZone, time + aheadMinutes * 60_000);
    return (lamp) => {
      const its = burning(place(lamp));
      if (its === undefined) return 0;
      const incident = this.#incidents.near(lamp.position);
      return leastLevel(incident === undefined ? its : { ...its, incident });
    };
  }

  async #lookAtIncidents(): Promise<void> {
    if (this.#current !== undefined && (await this.#incidents.look(this.#current))) this.#want();
  }

  #want(): void {
    const { teller, aheadMinutes } = this.#on;
    const near = (at: Position) => this.#incidents.near(at);
    teller.want(withIncidents(this.#programs, this.#dictionaries, near, aheadMinutes * 60_000));
  }

  async #read(file: string): Promise<void> {
    const { store, now } = this.#on;
    // Taken before the reading: what changes meanwhile is read once more.
    const state = stateOf(file);
    const read = readPlan(file, this.#current);
    if ('plan' in read && read.plan.version !== this.#current?.version) {
      const { plan } = read;
      const row = { version: plan.version, since: instant(now()), json: JSON.stringify(plan) };
      await store.write(({ tx }) =>
        tx
          .insertInto('lighting_plan')
          .values(row)
          .onConflict((oc) => oc.column('version').doUpdateSet(row))
          .execute(),
      );
      this.#force(plan);
    }
    this.#state = state;
    this.#tell(file, 'faults' in read ? read.faults : []);
  }

  /** The plan decides from now on. */
  #force(plan: LightingPlan): void {
    const { timeZone, data } = this.#on;
    const streets = this.#streets;
    this.#current = plan;
    this.#place = placerOf(plan, streets);
    const { programs, places } = compile(plan, timeZone, this.#dictionaries, streets);
    this.#programs = programs;
    this.#want();
    const before = this.#places;
    this.#places = new Map(places.map((one) => [one.id, one]));
    for (const id of before.keys()) if (!this.#places.has(id)) data.remove('lampPlaces', id);
    for (const one of places) data.put('lampPlaces', one);
    this.#tellScenes(plan);
    this.#on.forced?.(plan, places, this.#dictionaries);
  }

  #tellScenes(plan: LightingPlan): void {
    const { data } = this.#on;
    const scenes = placeScenes(plan, this.#dictionaries, this.#streets);
    for (const scene of scenes) data.put('lightingScene', scene);
    for (const id of this.#scenes)
      if (!scenes.some((scene) => scene.id === id)) data.remove('lightingScene', id);
    this.#scenes = scenes.map(({ id }) => id);
  }

  #tell(file: string, faults: readonly string[]): void {
    const { timeZone, aheadMinutes, data, log } = this.#on;
    const plan = this.#current;
    const refused = {
      file: basename(file).slice(0, 200),
      faults: faults.slice(0, 50).map((line) => line.slice(0, 500)),
    };
    data.put('lightingPlan', {
      v: 1,
      id: 'room',
      ...(plan && { plan }),
      timeZone,
      aheadMinutes,
      ...(faults.length > 0 && { refused }),
    });
    this.#faults = faults.length;
    const said = faults.join('\n');
    if (said === this.#said) return;
    this.#said = said;
    if (faults.length > 0) log.error({ faults, inForce: plan?.version }, 'the lighting plan is not taken');
    else log.info({ version: plan?.version }, 'the lighting plan is taken again');
  }
}
