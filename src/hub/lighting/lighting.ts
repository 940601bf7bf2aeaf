import { inTurns } from '../../node/in-turns.ts';
import type { Log } from '../../node/log/log.ts';
import type { PublishResult, QoS } from '../../node/mqtt/types.ts';
import type { CabinetId, DistrictId, LampId } from '../../shared/ids.ts';
import { ControlCabinetInput } from '../../shared/lamp/cabinet.ts';
import type { Dictionary, DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import type { FaultyLamp, Fed } from '../../shared/lamp/fault/causes.ts';
import type { LampPlace } from '../../shared/lamp/order-lamps.ts';
import { LampFault } from '../../shared/lamp/state.ts';
import { LampPresence, type Streetlight, StreetlightInput } from '../../shared/lamp/streetlight.ts';
import { atOnce } from '../../shared/steps.ts';
import { filters, topics } from '../../shared/wire/topic.ts';
import type { Inbox, Letter } from '../edge/inbox.ts';
import { Sparing } from '../edge/sparing-log.ts';
import type { Metrics } from '../http/metrics.ts';
import { Aggregator, type Heard } from './aggregator.ts';
import type { LastReport } from './command/model.ts';
import type { CommandedLamps } from './command/overrides.ts';
import type { CommandMark } from './command/proof.ts';
import { extentOf, type FaultExtent } from './extent.ts';
import type { FaultGroups } from './fault-groups.ts';
import type { DueBook } from './judge/due-book.ts';
import { JUDGED, type Judged, type JudgeRule, LampJudge } from './judge/lamp-judge.ts';
import type { LastingFault } from './lasting-fault.ts';
import type { DistrictNow, FaultListener, LevelListener, PassageListener } from './listeners.ts';
import { type Wired, wiredOf } from './wiring.ts';

export interface LightingOptions {
  readonly dictionaries: readonly Dictionary[];
  /** new at each start of the hub, 32 bits */
  readonly streamId: number;
  readonly groups: FaultGroups;
  /** of what is told from reports, by fault: those that may be of what feeds them */
  readonly judged: Readonly<Partial<Record<Judged, FaultGroups>>>;
  readonly publish: (
    topic: string,
    payload: Uint8Array,
    options: { readonly qos: QoS; readonly retain: boolean },
  ) => Promise<PublishResult>;
  readonly linkUp: () => boolean;
  /** told of each report that is taken */
  readonly reported: LevelListener;
  /** told when somebody comes to a lamp */
  readonly passed: PassageListener;
  /** what lamps should do, and when one that does otherwise is at fault */
  readonly due: DueBook;
  readonly judging: JudgeRule;
  readonly silentAfterMs: number;
  /** a presence not told of again for so long has ended */
  readonly presenceMs: number;
  readonly now: () => number;
  readonly metrics: Metrics;
  readonly log: Log;
}

const TICK_MS = 250;
const SILENCE_EVERY_MS = 60_000;
const PRESENCE_EVERY_MS = 1_000;
const JUDGE_EVERY_MS = 60_000;
const LAMP = { qos: 1, maxBytes: 16 * 1024 } as const;
const WHY: Readonly<Record<Exclude<Heard, 'ok'>, string>> = {
  'unknown-lamp': 'no lamp of that id in the inventory',
  'other-lamp': 'names another lamp than its topic',
  'out-of-order': 'a later observation is known already',
  future: 'observed later than this hub’s clock has come',
};

const AT_FAULT: Readonly<Record<Exclude<Heard, 'ok' | 'out-of-order'>, string>> = {
  'unknown-lamp': 'lampId',
  'other-lamp': 'id',
  future: 'observationDateTime',
};

/** Lamps from the field to the seats: reports in, one frame a district and tick out, faults to whoever asks. */
export class Lighting implements CommandedLamps {
  readonly #options: LightingOptions;
  readonly #aggregator: Aggregator;
  readonly #judge: LampJudge;
  #fed: Fed;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #stops: (() => void)[] = [];
  readonly #refused = new Sparing();
  /** cabinet → a lamp that it feeds, to say where it stands */
  readonly #near = new Map<CabinetId, DictionaryLamp>();
  readonly #lamps = new Map<LampId, DictionaryLamp>();

  constructor(options: LightingOptions) {
    this.#options = options;
    const { dictionaries, streamId, groups, now, reported, passed } = options;
    const onFault: FaultListener = (lamp, cabinet, faulty, at) => {
      if (faulty) groups.lampFailed(lamp, cabinet, now(), at);
      else groups.lampWorks(lamp);
    };
    this.#aggregator = new Aggregator(dictionaries, streamId, onFault, reported, passed);
    this.#judge = new LampJudge(options.judging, options.due, (lamp, fault, found) => {
      this.#aggregator.mark(lamp, LampFault[fault], found);
      if (found) options.judged[fault]?.lampFailed(lamp, this.cabinetOf(lamp), now());
      else options.judged[fault]?.lampWorks(lamp);
    });
    const wired = atOnce(wiredOf(dictionaries));
    this.#fed = wired.fed;
    this.#index(dictionaries, wired);
    for (const [lamp, at] of groups.known()) this.#aggregator.know(lamp, at);
  }

  /** Another inventory. @returns goes over to it: see `Aggregator.refit` */
  async refit(dictionaries: readonly Dictionary[]): Promise<() => void> {
    const wired = await inTurns(wiredOf(dictionaries));
    return () => {
      this.#aggregator.refit(dictionaries);
      this.#lamps.clear();
      this.#near.clear();
      this.#index(dictionaries, wired);
    };
  }

  #index(dictionaries: readonly Dictionary[], { wiring, fed }: Wired): void {
    const { groups } = this.#options;
    for (const lamp of dictionaries.flatMap(({ lamps }) => lamps)) {
      if (lamp === null) continue;
      this.#lamps.set(lamp.id, lamp);
      if (lamp.cabinet !== undefined && !this.#near.has(lamp.cabinet)) this.#near.set(lamp.cabinet, lamp);
    }
    this.#options.due.stand(dictionaries);
    this.#judge.forgetStrangers((lamp) => this.#lamps.has(lamp));
    this.#fed = fed;
    for (const each of [groups, ...Object.values(this.#options.judged)]) {
      each.wire(wiring);
      each.forgetStrangers(
        (lamp) => this.#lamps.has(lamp),
        (cabinet) => this.#near.has(cabinet),
      );
    }
  }

  get lamps(): number {
    return this.#aggregator.lamps;
  }

  /** Opens the doors to the field and starts the clock of the frames. */
  start(inbox: Inbox): void {
    const { now, silentAfterMs, presenceMs } = this.#options;
    this.#stops.push(
      inbox.messages(filters.lampStates, StreetlightInput, LAMP, (light, letter) =>
        this.#state(inbox, letter, light),
      ),
      inbox.messages(filters.lampPresences, LampPresence, { ...LAMP, qos: 0 }, ({ present }, letter) =>
        this.#heard(inbox, letter, this.#aggregator.presence(letter.from, present, now())),
      ),
      inbox.messages(filters.cabinetStates, ControlCabinetInput, LAMP, (cabinet, letter) => {
        const { groups } = this.#options;
        const id = letter.from as CabinetId;
        if (!this.#aggregator.cabinet({ ...cabinet, id }))
          return inbox.reject(letter.topic, 'unknown-cabinet', 'no lamp is fed from it', letter.facts.at);
        const works = cabinet.status === 'ok' && cabinet.circuits.every(({ status }) => status === 'ok');
        if (works) groups.cabinetWorks(id);
        else groups.cabinetFailed(id, now(), cabinet.status === 'noSupply');
      }),
    );
    this.#timers.push(
      setInterval(() => this.#tick(), TICK_MS),
      setInterval(() => this.#aggregator.silence(now() - silentAfterMs), SILENCE_EVERY_MS),
      setInterval(() => this.#judge.turn(now()), JUDGE_EVERY_MS),
      setInterval(() => this.#aggregator.forgetPresence(now() - presenceMs), PRESENCE_EVERY_MS),
    );
  }

  /** What the broker had retained is in: frames may go out, whole ones first. */
  settled(): void {
    const { now, silentAfterMs } = this.#options;
    this.#aggregator.silence(now() - silentAfterMs);
    this.#aggregator.begin();
    this.#aggregator.refresh();
  }

  /** A seat has come: it is told how lamps are now, not how they were at the last whole frame. */
  seatCame(): void {
    this.#aggregator.seatCame();
  }

  lamp(id: LampId): DictionaryLamp | undefined {
    return this.#lamps.get(id);
  }

  districtOf(lamp: LampId): DistrictId | undefined {
    return this.#aggregator.districtOf(lamp);
  }

  placeOf(lamp: LampId): LampPlace | undefined {
    return this.#aggregator.placeOf(lamp);
  }

  lastOf(lamp: LampId): LastReport | undefined {
    return this.#aggregator.lastOf(lamp);
  }

  get districts(): readonly DistrictNow[] {
    return this.#aggregator.districts;
  }

  /** See `Aggregator.bitsOf`. */
  bitsOf(lamp: string): { readonly state: number; readonly faults: number } | undefined {
    return this.#aggregator.bitsOf(lamp);
  }

  cabinetOf(lamp: LampId): CabinetId | undefined {
    return this.#lamps.get(lamp)?.cabinet;
  }

  mark(lamp: LampId, mark: CommandMark): void {
    this.#aggregator.command(lamp, mark);
    this.#judge.ordered(lamp, mark.override, this.#options.now());
  }

  /** All lamps at fault, with their bits, which way their power is out of band, and since when where reports told. */
  *faulty(): Iterable<Omit<FaultyLamp, 'since'> & { readonly since?: number | undefined }> {
    for (const [lamp, faults] of this.#aggregator.faulty())
      yield { lamp, faults, power: this.#judge.powerOf(lamp.id), since: this.#judge.sinceOf(lamp.id) };
  }

  /** How many lamps each cabinet and circuit feeds. */
  get fed(): Fed {
    return this.#fed;
  }

  /** What was found of a lamp before a restart. @param since ms since the epoch */
  knowFound(lamp: LampId, faults: number, since: number, power: 'low' | 'high' | undefined): void {
    for (const fault of JUDGED) {
      if ((faults & LampFault[fault]) === 0) continue;
      this.#judge.know(lamp, fault, since, power);
      this.#aggregator.mark(lamp, LampFault[fault], true);
    }
  }

  /** Lamps are programmed otherwise from now on. */
  replanned(): void {
    this.#judge.replanned(this.#options.now());
  }

  /** How far a fault reaches: the lamps that say so themselves, and those of which their cabinet does. */
  extentOf({ cabinets, lamps, declared }: LastingFault): FaultExtent {
    const out = new Set(lamps.flatMap((id) => this.#lamps.get(id) ?? []));
    for (const cabinet of declared) for (const lamp of this.#aggregator.darkOf(cabinet)) out.add(lamp);
    return extentOf(
      [...out],
      cabinets.flatMap((cabinet) => this.#near.get(cabinet) ?? []),
    );
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const stop of this.#stops) stop();
  }

  #state(inbox: Inbox, letter: Letter, light: Streetlight): void {
    const now = this.#options.now();
    const heard = this.#aggregator.state(letter.from, light, now);
    this.#heard(inbox, letter, heard);
    const lamp = this.#lamps.get(letter.from as LampId);
    if (heard !== 'ok' || lamp === undefined) return;
    const at = Math.min(Date.parse(light.observationDateTime), now);
    const level = this.#aggregator.levelOf(lamp.id) ?? 0;
    this.#judge.heard(lamp, light, level, this.#aggregator.faultsOf(lamp.id), at, now);
  }

  #heard(inbox: Inbox, { topic, facts }: Letter, heard: Heard): void {
    this.#options.metrics.report(heard);
    // Messages overtake each other on every network: that is counted, and no fault of the sender's.
    if (heard === 'ok' || heard === 'out-of-order') return;
    inbox.reject(topic, heard, WHY[heard], facts.at, AT_FAULT[heard]);
  }

  #tick(): void {
    const { publish, linkUp, metrics, now, log } = this.#options;
    metrics.tick();
    if (!linkUp()) return;
    for (const { district, full, bytes } of this.#aggregator.tick(now())) {
      const topic = full ? topics.districtFull(district) : topics.districtDelta(district);
      metrics.frame(full);
      void publish(topic, bytes, { qos: full ? 1 : 0, retain: full }).then((result) => {
        if (result.ok || result.reason !== 'refused') return;
        const suppressed = this.#refused.due('frame', now());
        if (suppressed !== undefined) log.warn({ topic, code: result.code, suppressed }, 'frame refused');
      });
    }
  }
}
