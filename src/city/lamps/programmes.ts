import type { Link } from '../../node/mqtt/link.ts';
import type { LampId } from '../../shared/ids.ts';
import type { Bound } from '../../shared/lighting/level.ts';
import { type ClockTime, daysAfter, instantOf } from '../../shared/lighting/local-time.ts';
import type { Calendar } from '../../shared/lighting/model.ts';
import { isDark, type NightStep, nightDayOf, nightOf, stepAt } from '../../shared/lighting/night.ts';
import { CabinetProgram, type ProgramAck } from '../../shared/wire/cabinet-program.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import { filters, idsOf, topics } from '../../shared/wire/topic.ts';
import type { CityPlan } from '../plan/index.ts';
import { chance } from '../plan/seeded-chance.ts';
import { cabinetTemper, DELAY_MS, type Tempers } from './temper.ts';

/** What a lamp's programme says now. */
export interface LampRule {
  readonly step: NightStep | undefined;
  readonly dark: boolean;
  /** % */
  readonly floor: number;
  /** what goes on near it wants at least this, %, until then, ms by the cabinet's clock */
  readonly incident?: Bound | undefined;
}

/** What knows the programme of each lamp. */
export interface Programmed {
  /** @param time of the city's day, ms @returns undefined for a lamp that nobody has programmed */
  ruleOf(lamp: number, time: number): LampRule | undefined;
}

export interface ProgrammesOptions {
  readonly link: Pick<Link, 'subscribe' | 'publish'>;
  readonly plan: CityPlan;
  readonly tempers: Tempers;
  readonly now: () => number;
}

/** No two cabinets' clocks agree, s: a city is not lit at one blow. */
const CLOCK_ERROR_S = 90;

/**
 * The programmes that cabinets have been given, lived by each cabinet's own clock, whether the hub is there or not.
 * Some take a new one late, some never.
 */
export class Programmes implements Programmed {
  readonly #on: ProgrammesOptions;
  readonly #index: ReadonlyMap<LampId, number>;
  readonly #groups: (LampsAlike | undefined)[];
  readonly #incidents = new Map<number, Bound>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stop: () => void;

  constructor(options: ProgrammesOptions) {
    this.#on = options;
    const { link, plan } = options;
    this.#index = new Map(plan.lamps.map(({ id }, i) => [id, i]));
    this.#groups = plan.lamps.map(() => undefined);
    this.#stop = link.subscribe(filters.cabinetPrograms, { qos: 1 }, (topic, payload) => {
      const [cabinet] = idsOf(filters.cabinetPrograms, topic) ?? [];
      const program = read(payload);
      if (cabinet !== undefined && program !== undefined) this.#hear(cabinet, program);
    });
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#stop();
  }

  ruleOf(lamp: number, time: number): LampRule | undefined {
    const rule = this.#groups[lamp]?.at(time);
    const incident = this.#incidents.get(lamp);
    return rule && incident ? { ...rule, incident } : rule;
  }

  #hear(cabinet: string, program: CabinetProgram): void {
    const { plan, tempers } = this.#on;
    const temper = cabinetTemper(plan.seed, cabinet, tempers);
    if (temper === 'mute') return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#take(cabinet, program);
    }, DELAY_MS[temper]);
    this.#timers.add(timer);
  }

  #take(cabinet: string, program: CabinetProgram): void {
    const { plan } = this.#on;
    const known = new Map(program.calendars.map((calendar) => [calendar.id, calendar]));
    // Taken whole or not at all: half a programme is none that anybody has written.
    if (program.groups.some(({ calendar }) => !known.has(calendar))) {
      this.#acknowledge(cabinet, program, 'UNKNOWN_CALENDAR');
      return;
    }
    const error = chance(plan.seed, `clock ${cabinet}`).range(-CLOCK_ERROR_S, CLOCK_ERROR_S) * 1_000;
    for (const { calendar: id, floor, lamps } of program.groups) {
      const group = new LampsAlike(program, known.get(id)!, floor, error);
      for (const lamp of lamps) {
        const index = this.#index.get(lamp);
        // No gateway takes another's lamps: it has no wire to them.
        if (index !== undefined && plan.lamps[index]!.cabinet === cabinet) this.#groups[index] = group;
      }
    }
    this.#takeIncidents(cabinet, program);
    this.#acknowledge(cabinet, program, 'OK');
  }

  /** Retained: a hub that starts anew knows what its cabinets go by. @param code `OK`, or why it is not taken */
  #acknowledge(cabinet: string, { id }: CabinetProgram, code: string): void {
    if (id === undefined) return;
    const { link, now } = this.#on;
    const ack: ProgramAck = { v: 1, program: id, ok: code === 'OK', code, at: instant(now()) };
    void link.publish(topics.cabinetProgramAck(cabinet), JSON.stringify(ack), { qos: 1, retain: true });
  }

  /** The programme says all there are: those before are over. */
  #takeIncidents(cabinet: string, { incidents }: CabinetProgram): void {
    const { lamps } = this.#on.plan;
    for (const index of this.#incidents.keys())
      if (lamps[index]!.cabinet === cabinet) this.#incidents.delete(index);
    for (const { level, until, lamps: named } of incidents)
      for (const lamp of named) {
        const index = this.#index.get(lamp);
        if (index === undefined || lamps[index]!.cabinet !== cabinet) continue;
        if ((this.#incidents.get(index)?.level ?? 0) < level)
          this.#incidents.set(index, { level, until: millis(until) });
      }
  }
}

/** Lamps of one cabinet under one calendar and floor: reckoned once for all of them, and anew when it changes. */
class LampsAlike {
  readonly #program: CabinetProgram;
  readonly #calendar: Calendar;
  readonly #floor: number;
  readonly #clockError: number;
  #rule: LampRule | undefined;
  #from = 0;
  #to = 0;

  constructor(program: CabinetProgram, calendar: Calendar, floor: number, clockError: number) {
    this.#program = program;
    this.#calendar = calendar;
    this.#floor = floor;
    this.#clockError = clockError;
  }

  at(real: number): LampRule | undefined {
    const time = real + this.#clockError;
    if (time < this.#from || time >= this.#to) this.#reckon(time);
    return this.#rule;
  }

  #reckon(time: number): void {
    const { timeZone } = this.#program;
    const day = nightDayOf(time, timeZone);
    const noon = instantOf(daysAfter(day, 1), '12:00' as ClockTime, timeZone);
    const night = nightOf(this.#program, this.#calendar, day);
    const turns = night && [
      ...night.steps.flatMap(({ from, to }) => [from, to]),
      night.sun.darkFrom,
      night.sun.darkTo,
    ];
    this.#from = time;
    this.#to = Math.min(noon, ...(turns ?? []).filter((turn) => turn > time));
    this.#rule = night && { step: stepAt(night, time), dark: isDark(night, time), floor: this.#floor };
  }
}

/** What is no programme is passed over, as a gateway would: it goes on by the one it has. */
function read(payload: Uint8Array): CabinetProgram | undefined {
  try {
    return CabinetProgram.safeParse(JSON.parse(new TextDecoder().decode(payload))).data;
  } catch {
    return undefined;
  }
}
