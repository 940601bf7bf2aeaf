import { basename } from 'node:path';
import { inTurns } from '../../../node/in-turns.ts';
import type { Log } from '../../../node/log/log.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { CabinetId, LampId } from '../../../shared/ids.ts';
import type { Dictionary, DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import { burningsAt, leastLevel } from '../../../shared/lighting/burning.ts';
import { type KnownNames, knownNames } from '../../../shared/lighting/known-names.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { PlacedLamp, StreetFacts } from '../../../shared/lighting/place-lamps.ts';
import type { LampPlaces, PlacedScene } from '../../../shared/lighting/published.ts';
import { MOST_VERSIONS } from '../../../shared/lighting/version.ts';
import { atOnce } from '../../../shared/steps.ts';
import type { CabinetProgram } from '../../../shared/wire/cabinet-program.ts';
import { type Instant, instant } from '../../../shared/wire/time.ts';
import type { RoomData } from '../../edge/room-data.ts';
import type { Store } from '../../store/store.ts';
import { type Compiled, compile } from './compile.ts';
import { Incidents, withIncidents } from './incidents.ts';
import { type KeptVersion, keepVersion, latestVersions, shown, versionOf } from './keep.ts';
import type { ProgramReach } from './reach.ts';
import { newsOf, readPlan, stateOf } from './read-plan.ts';
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
  readonly reach: Pick<ProgramReach, 'want'>;
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
 * The plan by which the city's lamps burn: the latest version, whether it came by the file or was published at a console.
 * A file that is wrong changes nothing: the last good one stays in force, also over a restart.
 */
export class LightingPlans {
  readonly #on: PlansOptions;
  #dictionaries: readonly Dictionary[];
  #streets: StreetFacts;
  #current: KeptVersion | undefined;
  #places: ReadonlyMap<string, LampPlaces> = new Map();
  #programs: ReadonlyMap<CabinetId, CabinetProgram> = new Map();
  readonly #incidents: Incidents;
  #state: string | undefined;
  #scenes: readonly string[] = [];
  #said = '';
  #faults: readonly string[] = [];
  /** that the file says, where it was in force at some time */
  #fileVersion: number | undefined;
  #versions: readonly number[] = [];
  /** made when somebody first publishes */
  #names: KnownNames | undefined;
  /** where each lamp stands in the plan; made when somebody first orders any */
  #placed: ReadonlyMap<LampId, PlacedLamp> | undefined;

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
    const versions = await latestVersions(options.store.db);
    for (const version of versions.toReversed()) plans.#showVersion(version);
    const [latest] = versions;
    if (latest !== undefined) plans.#force(latest);
    await plans.#read(options.file);
    await plans.#lookAtIncidents();
    return plans;
  }

  /** The plan in force, if any. */
  get plan(): LightingPlan | undefined {
    return this.#current?.plan;
  }

  /** How much is wrong with its file as it is now. */
  get faults(): number {
    return this.#faults.length;
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

  /**
   * Another inventory: lamps may have come, gone or stand elsewhere, and streets too. @returns goes over to it. Where
   * another version has come into force meanwhile, that one decides.
   */
  async refit(dictionaries: readonly Dictionary[], streets: StreetFacts): Promise<() => void> {
    const { timeZone, now } = this.#on;
    const version = this.#current;
    const made = version && (await inTurns(compile(version.plan, timeZone, dictionaries, streets)));
    return () => {
      this.#dictionaries = dictionaries;
      this.#streets = streets;
      this.#names = undefined;
      if (this.#current === undefined) return;
      this.#force(this.#current, instant(now()), this.#current === version ? made : undefined);
    };
  }

  /** What a plan may name: what the inventory has. */
  get names(): KnownNames {
    this.#names ??= knownNames(this.#dictionaries);
    return this.#names;
  }

  /** A version that was published at a console, and is kept by now, decides from now on. */
  published(version: KeptVersion): void {
    this.#showVersion(version);
    this.#force(version);
    if (this.#on.file !== undefined) this.#tell(this.#on.file);
  }

  /** What lamps are not to be dimmed below at a moment, % by lamp, for safety or an incident. @param time ms */
  floorsAt(time: number): (lamp: DictionaryLamp) => number {
    const { timeZone, aheadMinutes } = this.#on;
    const { plan } = this;
    if (plan === undefined) return () => 0;
    this.#placed ??= placedIn(this.#dictionaries, this.#places);
    const placed = this.#placed;
    const burning = burningsAt(plan, timeZone, time + aheadMinutes * 60_000);
    return (lamp) => {
      const where = placed.get(lamp.id);
      const its = where && burning(where);
      if (its === undefined) return 0;
      const incident = this.#incidents.near(lamp.position);
      return leastLevel(incident === undefined ? its : { ...its, incident });
    };
  }

  /** % that the plan lets no lamp there fall below while an open intervention lasts; undefined away from all. */
  incidentAt(position: Position): number | undefined {
    return this.#incidents.near(position)?.floor.level;
  }

  async #lookAtIncidents(): Promise<void> {
    if (this.plan !== undefined && (await this.#incidents.look(this.plan))) this.#want();
  }

  #want(): void {
    const { teller, aheadMinutes } = this.#on;
    const near = (at: Position) => this.#incidents.near(at);
    teller.want(withIncidents(this.#programs, this.#dictionaries, near, aheadMinutes * 60_000));
  }

  async #read(file: string): Promise<void> {
    // Taken before the reading: what changes meanwhile is read once more.
    const state = stateOf(file);
    const read = readPlan(file);
    this.#fileVersion = undefined;
    this.#faults = 'faults' in read ? read.faults : await this.#take(file, read.plan);
    this.#state = state;
    this.#tell(file);
  }

  /** What the file says comes into force where it is later than all there was. @returns what is wrong with it */
  async #take(file: string, plan: LightingPlan): Promise<readonly string[]> {
    const { store, now } = this.#on;
    const last = this.#current?.version ?? 0;
    const kept = plan.version > last ? undefined : await versionOf(store.db, plan.version);
    const news = newsOf(plan, last, kept?.plan);
    if (typeof news === 'object') return [`${basename(file)}: version: ${news.fault}`];
    if (news === 'new') {
      const version = { version: plan.version, since: instant(now()), by: { kind: 'file' }, plan } as const;
      const isLatest = await store.write(async ({ tx }) => {
        const [latest] = await latestVersions(tx);
        if ((latest?.version ?? 0) > last) return false;
        await keepVersion(tx, version);
        return true;
      });
      // Somebody published meanwhile: the file is to be seen beside that.
      if (!isLatest) return this.#take(file, plan);
      this.#showVersion(version);
      this.#force(version);
    }
    this.#fileVersion = plan.version;
    return [];
  }

  /** Tells seats of a version, and of the earliest no more where there are too many. */
  #showVersion(version: KeptVersion): void {
    const { data } = this.#on;
    data.put('lightingVersion', shown(version));
    const all = [...this.#versions.filter((one) => one !== version.version), version.version];
    for (const early of all.slice(0, -MOST_VERSIONS)) data.remove('lightingVersion', String(early));
    this.#versions = all.slice(-MOST_VERSIONS);
  }

  /** The plan decides from now on. */
  #force(version: KeptVersion, since: Instant = version.since, made?: Compiled): void {
    const { timeZone, data, reach } = this.#on;
    const { plan } = version;
    this.#current = version;
    const { programs, places, scenes } =
      made ?? atOnce(compile(plan, timeZone, this.#dictionaries, this.#streets));
    this.#programs = programs;
    reach.want(plan.version, programs, since);
    this.#want();
    const before = this.#places;
    this.#places = new Map(places.map((one) => [one.id, one]));
    this.#placed = undefined;
    for (const id of before.keys()) if (!this.#places.has(id)) data.remove('lampPlaces', id);
    for (const one of places) data.put('lampPlaces', one);
    this.#tellScenes(scenes);
    this.#on.forced?.(plan, places, this.#dictionaries);
  }

  #tellScenes(scenes: readonly PlacedScene[]): void {
    const { data } = this.#on;
    for (const scene of scenes) data.put('lightingScene', scene);
    for (const id of this.#scenes)
      if (!scenes.some((scene) => scene.id === id)) data.remove('lightingScene', id);
    this.#scenes = scenes.map(({ id }) => id);
  }

  #tell(path: string): void {
    const { timeZone, aheadMinutes, data, log } = this.#on;
    const [plan, faults, version] = [this.plan, this.#faults, this.#fileVersion];
    const file = basename(path).slice(0, 200);
    const isBehind = version !== undefined && plan !== undefined && version < plan.version;
    const refused = {
      file,
      faults: faults.slice(0, 50).map((line) => line.slice(0, 500)),
    };
    data.put('lightingPlan', {
      v: 1,
      id: 'room',
      ...(plan && { plan }),
      timeZone,
      aheadMinutes,
      ...(faults.length > 0 && { refused }),
      ...(isBehind && { behind: { file, version } }),
    });
    const said = isBehind ? `behind ${version}` : faults.join('\n');
    if (said === this.#said) return;
    this.#said = said;
    if (faults.length > 0) log.error({ faults, inForce: plan?.version }, 'the lighting plan is not taken');
    else if (isBehind)
      log.info(
        { file, version, inForce: plan.version },
        'a later lighting plan than the file was published at a console',
      );
    else log.info({ version: plan?.version }, 'the lighting plan is taken again');
  }
}

const placedIn = (
  dictionaries: readonly Dictionary[],
  places: ReadonlyMap<string, LampPlaces>,
): ReadonlyMap<LampId, PlacedLamp> =>
  new Map(
    dictionaries.flatMap(({ district, lamps }) => {
      const { groups = [], floors = [] } = places.get(district) ?? {};
      return lamps.flatMap((lamp, i): [LampId, PlacedLamp][] =>
        lamp === null ? [] : [[lamp.id, { group: groups[i] ?? -1, floor: floors[i] ?? -1 }]],
      );
    }),
  );
