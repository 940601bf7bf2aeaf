import { Counter, Gauge, Registry } from 'prom-client';
import { topicClass } from '../../shared/input-counter.ts';
import type { Flood } from '../edge/floods.ts';

/** What is read at each scrape. */
export interface Standing {
  readonly linkUp: boolean;
  readonly ready: boolean;
  readonly storeOk: boolean;
  readonly seq: number;
  readonly relayed: number;
  readonly lamps: number;
  readonly waiting: number;
  readonly journalsContradicting: number;
  readonly journalEntriesMissing: number;
  readonly floods: readonly Flood[];
  readonly proceduresRefused: number;
  readonly lightingPlanFaults: number;
  readonly programsWaiting: number;
}

/**
 * The hub's counts, in Prometheus text. Labels come from closed lists, or from few that are bounded: no source can
 * make them grow.
 */
export class Metrics {
  readonly registry = new Registry();
  readonly #commands = this.#counter('commands_total', 'commands answered', ['op', 'code']);
  readonly #events = this.#counter('events_published_total', 'events that the broker has acknowledged', []);
  readonly #frames = this.#counter('frames_total', 'district frames published', ['kind']);
  readonly #rejected = this.#counter('input_rejected_total', 'input refused at the edge', [
    'topic',
    'reason',
  ]);
  readonly #reports = this.#counter('lamp_reports_total', 'reports of lamps by what became of them', [
    'heard',
  ]);
  readonly #opened = this.#counter('tickets_opened_total', 'tickets opened by the hub itself', ['channel']);
  readonly #forgotten = this.#counter('forgotten_total', 'rows removed after having been kept long enough', [
    'what',
  ]);
  readonly #ticks = this.#counter('lighting_ticks_total', 'turns of the lighting aggregator', []);
  readonly #failures = this.#counter('failures_total', 'work that failed and is tried again', ['what']);

  /** @param standing asked at each scrape from now on */
  watch(standing: () => Standing): void {
    const gauge = (name: string, help: string, value: (s: Standing) => number) =>
      new Gauge({
        name: `vigie_hub_${name}`,
        help,
        registers: [this.registry],
        collect() {
          this.set(value(standing()));
        },
      });
    gauge('link_up', 'whether the broker is connected', (s) => (s.linkUp ? 1 : 0));
    gauge('ready', 'whether commands are answered: the broker is connected and in order', (s) =>
      s.ready ? 1 : 0,
    );
    gauge('store_ok', 'whether the store could be used when it last was', (s) => (s.storeOk ? 1 : 0));
    gauge('sequence', 'last sequence committed', (s) => s.seq);
    gauge('relayed', 'last sequence that the broker has acknowledged', (s) => s.relayed);
    gauge('lamps', 'lamps in the inventory', (s) => s.lamps);
    gauge('commands_waiting', 'commands that wait for their transaction', (s) => s.waiting);
    gauge(
      'journals_contradicting',
      'seats whose journal contradicts what the hub holds',
      (s) => s.journalsContradicting,
    );
    gauge(
      'journal_entries_missing',
      'journal entries that seats have and the hub does not yet',
      (s) => s.journalEntriesMissing,
    );
    gauge(
      'procedures_refused',
      'files of procedures that can not be taken: an older version is in force, or none',
      (s) => s.proceduresRefused,
    );
    gauge(
      'lighting_plan_faults',
      'what is wrong with the file of the lighting plan: while it is, the last good plan is in force',
      (s) => s.lightingPlanFaults,
    );
    gauge(
      'programs_waiting',
      'cabinets whose programme at the broker is not yet the one wanted',
      (s) => s.programsWaiting,
    );
    new Gauge({
      name: 'vigie_hub_source_over_quota',
      help: 'messages dropped of each source that sends more than its quota, until it has kept it for a minute',
      labelNames: ['topic', 'source'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const { kind: topic, source, dropped } of standing().floods)
          this.set({ topic, source }, dropped);
      },
    });
  }

  command = (op: string, code: string): void => this.#commands.inc({ op, code });
  events = (n: number): void => this.#events.inc(n);
  frame = (full: boolean): void => this.#frames.inc({ kind: full ? 'full' : 'delta' });
  rejected = (topic: string, reason: string): void =>
    this.#rejected.inc({ topic: topicClass(topic), reason });
  report = (heard: string): void => this.#reports.inc({ heard });
  opened = (channel: string, n = 1): void => this.#opened.inc({ channel }, n);
  forgotten = (what: string, n: number): void => this.#forgotten.inc({ what }, n);
  tick = (): void => this.#ticks.inc();
  failure = (what: string): void => this.#failures.inc({ what });

  #counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name: `vigie_hub_${name}`, help, labelNames, registers: [this.registry] });
  }
}
