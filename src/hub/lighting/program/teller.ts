import type { PublishResult } from '../../../node/mqtt/types.ts';
import type { CabinetId } from '../../../shared/ids.ts';
import { topics } from '../../../shared/wire/topic.ts';

export interface TellerOptions {
  /** at QoS 1, retained */
  readonly retain: (topic: string, payload: string) => Promise<PublishResult>;
  readonly perSecond: number;
}

/** How often what waits is looked at. */
export const PROGRAM_TURN_MS = 500;

/**
 * Brings programmes to cabinets: the broker keeps them, so that a gateway that starts has its own, hub or not. Sent is
 * what the broker has otherwise or not at all, so many a second: a plan that is changed is news for a whole city.
 */
export class ProgramTeller {
  readonly #on: TellerOptions;
  /** cabinet → payload; undefined while no plan was ever in force: then what there is stays */
  #wanted: ReadonlyMap<CabinetId, string> | undefined;
  readonly #there = new Map<CabinetId, string>();
  /** what the broker has is in, and may be compared */
  #settled = false;
  /** the link was lost since: an answer that comes now is about another one */
  #connection = 0;
  #allowance = 0;

  constructor(options: TellerOptions) {
    this.#on = options;
  }

  want(programs: ReadonlyMap<CabinetId, string>): void {
    this.#wanted = programs;
  }

  /** The broker has this; an empty text: nothing. */
  heard(cabinet: CabinetId, payload: string): void {
    if (payload === '') this.#there.delete(cabinet);
    else this.#there.set(cabinet, payload);
  }

  /** All that was retained has been heard. */
  settled(): void {
    this.#settled = true;
  }

  /** The link is gone: what the broker has is unknown until it has said so again. */
  lost(): void {
    this.#settled = false;
    this.#connection += 1;
    this.#there.clear();
  }

  /** cabinets whose programme at the broker is not the one wanted */
  get waiting(): number {
    return this.#differing().length;
  }

  /** Sends what is due. To be called each PROGRAM_TURN_MS, one call at a time. */
  async turn(): Promise<void> {
    const { perSecond, retain } = this.#on;
    this.#allowance = Math.min(perSecond, this.#allowance + (perSecond * PROGRAM_TURN_MS) / 1_000);
    if (!this.#settled) return;
    const due = this.#differing().slice(0, Math.floor(this.#allowance));
    this.#allowance -= due.length;
    const connection = this.#connection;
    await Promise.all(
      due.map(async ([cabinet, payload]) => {
        const { ok } = await retain(topics.cabinetProgram(cabinet), payload);
        if (ok && connection === this.#connection) this.heard(cabinet, payload);
      }),
    );
  }

  #differing(): readonly (readonly [CabinetId, string])[] {
    const wanted = this.#wanted;
    if (wanted === undefined) return [];
    const gone = [...this.#there.keys()].filter((cabinet) => !wanted.has(cabinet));
    const missing = [...wanted].filter(([cabinet, payload]) => this.#there.get(cabinet) !== payload);
    return [...gone.map((cabinet) => [cabinet, ''] as const), ...missing];
  }
}
