import { topicClass } from '../../shared/input-counter.ts';

export interface Traffic {
  readonly messages: number;
  readonly bytes: number;
}

/** Since the link was made; keys are topic classes, `handlerErrors` by filter. */
export interface LinkCounts {
  readonly received: Readonly<Record<string, Traffic>>;
  readonly sent: Readonly<Record<string, Traffic>>;
  readonly notSent: Readonly<Record<string, number>>;
  readonly handlerErrors: Readonly<Record<string, number>>;
  readonly connects: number;
}

const maxClasses = 64;

type Tally = Record<string, { messages: number; bytes: number }>;

/** Classes are few in the contract; a source that invents topics is counted under `other`. */
function slot(tally: Tally, topic: string): { messages: number; bytes: number } {
  const name = topicClass(topic);
  const known = tally[name];
  if (known) return known;
  const kept = Object.keys(tally).length < maxClasses ? name : 'other';
  tally[kept] ??= { messages: 0, bytes: 0 };
  return tally[kept];
}

export class LinkCounters {
  readonly #received: Tally = {};
  readonly #sent: Tally = {};
  readonly #notSent: Tally = {};
  readonly #handlerErrors: Record<string, number> = {};
  #connects = 0;

  received(topic: string, bytes: number): void {
    const tally = slot(this.#received, topic);
    tally.messages += 1;
    tally.bytes += bytes;
  }

  sent(topic: string, bytes: number, ok: boolean): void {
    const tally = slot(ok ? this.#sent : this.#notSent, topic);
    tally.messages += 1;
    tally.bytes += bytes;
  }

  handlerFailed(filter: string): void {
    this.#handlerErrors[filter] = (this.#handlerErrors[filter] ?? 0) + 1;
  }

  connected(): void {
    this.#connects += 1;
  }

  snapshot(): LinkCounts {
    const notSent = Object.entries(this.#notSent).map(([name, { messages }]) => [name, messages]);
    return structuredClone({
      received: this.#received,
      sent: this.#sent,
      notSent: Object.fromEntries(notSent),
      handlerErrors: this.#handlerErrors,
      connects: this.#connects,
    });
  }
}
