import type { z } from 'zod';
import type { Log } from '../../node/log/log.ts';
import type { MessageFacts, MessageHandler, QoS } from '../../node/mqtt/types.ts';
import { type InputCounter, topicClass } from '../../shared/input-counter.ts';
import { nestsDeeper } from '../../shared/nesting.ts';
import { idsOf } from '../../shared/wire/topic.ts';
import { type Flood, Floods } from './floods.ts';
import { type Quota, Quotas } from './quota.ts';

export interface InboxOptions {
  readonly subscribe: (filter: string, options: { readonly qos: QoS }, handler: MessageHandler) => () => void;
  readonly counter: InputCounter;
  /** for metrics: one more of this kind */
  readonly counted: (topic: string, reason: string) => void;
  readonly log: Log;
}

export interface Door {
  readonly qos: QoS;
  readonly maxBytes: number;
  /** for each source */
  readonly quota?: Quota;
  /** who the source is, where it is not the first id of the topic: its name, or where the message says it */
  readonly source?: string | ((value: unknown) => string);
}

/** A message that is JSON; `ids` are the decoded wildcards of the topic, `from` the first of them. */
export interface Letter {
  readonly topic: string;
  readonly ids: readonly string[];
  readonly from: string;
  readonly value: unknown;
  readonly facts: MessageFacts;
}

/** Where the JSON breaks off. The engine's own message quotes the input, in which a PIN may stand. */
const placeOf = (error: unknown): string =>
  `not JSON${/ at position \d+/.exec(error instanceof Error ? error.message : '')?.[0] ?? ''}`;

/** No message of the contract comes near it. */
const MAX_DEPTH = 64;
const text = new TextDecoder('utf-8', { fatal: true });

/**
 * Where all input comes in: size, source, encoding and schema are judged here, once. What is refused is counted
 * by kind and named in the log, now and then; it never stops the reader.
 */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #floods = new Floods();

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /** Sources that send more than their quota. */
  floods(now: number): readonly Flood[] {
    return this.#floods.current(now);
  }

  /** Whatever is JSON, for a reader that judges it itself. An empty payload removes something and is passed over. */
  letters(filter: string, door: Door, read: (letter: Letter) => void): () => void {
    const quotas = door.quota === undefined ? undefined : new Quotas(door.quota);
    const { source } = door;
    const over = (topic: string, who: string, at: number) => {
      if (quotas?.take(who, at) !== false) return false;
      this.#flood(topic, who, at);
      return true;
    };
    return this.#options.subscribe(filter, { qos: door.qos }, (topic, payload, facts) => {
      if (payload.length === 0) return;
      const ids = idsOf(filter, topic);
      if (ids === undefined)
        return this.reject(
          topic,
          'topic',
          'an id is not percent-encoded UTF-8, or has control characters',
          facts.at,
        );
      const from = ids[0] ?? '';
      if (payload.length > door.maxBytes)
        return this.reject(topic, 'size', `${payload.length} bytes, at most ${door.maxBytes}`, facts.at);
      if (typeof source !== 'function' && over(topic, source ?? from, facts.at)) return;
      let value: unknown;
      try {
        const json = text.decode(payload);
        if (nestsDeeper(json, MAX_DEPTH))
          return this.reject(topic, 'depth', `nested deeper than ${MAX_DEPTH}`, facts.at);
        value = JSON.parse(json);
      } catch (error) {
        return this.reject(topic, 'json', placeOf(error), facts.at);
      }
      if (typeof source === 'function' && over(topic, source(value), facts.at)) return;
      read({ topic, ids, from, value, facts });
    });
  }

  /** Messages of one schema. `refused` may still answer the source. */
  messages<S extends z.ZodType>(
    filter: string,
    schema: S,
    door: Door,
    read: (message: z.output<S>, letter: Letter) => void,
    refused: (letter: Letter) => void = () => {},
  ): () => void {
    return this.letters(filter, door, (letter) => {
      const checked = schema.safeParse(letter.value);
      if (checked.success) return read(checked.data, letter);
      const issue = checked.error.issues[0];
      this.reject(letter.topic, 'schema', issue?.message ?? '', letter.facts.at, issue?.path.join('.'));
      refused(letter);
    });
  }

  /** Each flooding source is named by itself: one must not hide another. */
  #flood(topic: string, who: string, at: number): void {
    const { counter, counted, log } = this.#options;
    const source = who.slice(0, 100);
    counted(topic, 'quota');
    counter.reject({ topic, reason: 'quota', message: `${source} sends more than its quota`, at });
    const kind = topicClass(topic);
    const dropped = this.#floods.dropped(kind, source, at);
    if (dropped !== undefined)
      log.warn({ topic: kind, reason: 'quota', source, dropped }, 'a source sends more than its quota');
  }

  /** Counts one refused input. What its source can make long is cut. */
  reject(topic: string, reason: string, said: string, at: number, path?: string): void {
    const { counter, counted, log } = this.#options;
    const [message, field] = [said.slice(0, 300), path?.slice(0, 200)];
    counted(topic, reason);
    const advice = counter.reject({ topic, reason, message, at, ...(field ? { field } : {}) });
    if (!advice.log) return;
    const { suppressed } = advice;
    log.warn({ topic: topic.slice(0, 200), reason, field, message, suppressed }, 'input refused');
  }
}
