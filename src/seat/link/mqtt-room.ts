import type { z } from 'zod';
import type { Log } from '../../node/log/log.ts';
import type { Link } from '../../node/mqtt/link.ts';
import type { StorageError } from '../../node/sqlite/errors.ts';
import { InputCounter, type LogAdvice } from '../../shared/input-counter.ts';
import type { RejectReason } from '../../shared/ipc/model.ts';
import { damageOf } from '../disk/damage.ts';
import type { Hear, Room } from './room.ts';

export interface MqttRoomOptions {
  readonly link: Pick<Link, 'subscribe' | 'publish' | 'onState'>;
  readonly seat: string;
  readonly instance: string;
  readonly log: Log;
  /** a file of this seat was found damaged while a message was taken */
  readonly onDamaged: (damage: StorageError) => void;
  readonly now: () => number;
}

const text = new TextDecoder('utf-8', { fatal: true });

/** The room by way of an MQTT broker. JSON is read once, here; what isn't JSON or has the wrong shape is counted. */
export class MqttRoom implements Room {
  readonly seat: string;
  readonly instance: string;
  readonly input = new InputCounter<RejectReason>();
  readonly #on: MqttRoomOptions;

  constructor(options: MqttRoomOptions) {
    this.#on = options;
    this.seat = options.seat;
    this.instance = options.instance;
  }

  listen(filter: string, qos: 0 | 1, handler: Hear<unknown>): () => void {
    return this.listenBytes(filter, qos, (topic, bytes, retained) => {
      if (bytes.byteLength === 0) return handler(topic, undefined, retained);
      const payload = this.decode(topic, bytes);
      if (payload !== undefined) handler(topic, payload, retained);
    });
  }

  listenBytes(filter: string, qos: 0 | 1, handler: Hear<Uint8Array>): () => void {
    return this.#on.link.subscribe(filter, { qos }, (topic, payload, { retain }) => {
      try {
        handler(topic, payload, retain);
      } catch (error) {
        this.#failed(topic, error);
      }
    });
  }

  onLost(lost: () => void): () => void {
    return this.#on.link.onState(({ kind }) => {
      if (kind === 'down') lost();
    });
  }

  decode(topic: string, bytes: Uint8Array): unknown {
    try {
      return JSON.parse(text.decode(bytes)) as unknown;
    } catch {
      // What the parser says quotes the input, which may be about people.
      this.reject(topic, 'json', `no JSON in ${bytes.byteLength} bytes`);
      return undefined;
    }
  }

  async send(topic: string, payload: object, expirySeconds?: number): Promise<boolean> {
    const expiry = expirySeconds === undefined ? {} : { messageExpiry: expirySeconds };
    const result = await this.#on.link.publish(topic, JSON.stringify(payload), { qos: 1, ...expiry });
    if (!result.ok && result.reason === 'refused')
      this.#on.log.error(
        { topic, code: result.code },
        'the broker refused a message of this seat: check its rights',
      );
    return result.ok;
  }

  async retain(topic: string, payload: object): Promise<boolean> {
    return (await this.#on.link.publish(topic, JSON.stringify(payload), { qos: 1, retain: true })).ok;
  }

  whisper(topic: string, payload: object): void {
    void this.#on.link.publish(topic, JSON.stringify(payload), { qos: 0 });
  }

  reject(topic: string, reason: RejectReason, message: string, field?: string): void {
    const advice = this.#count(topic, reason, message, field);
    if (advice.log) this.#on.log.warn({ topic, reason, field, suppressed: advice.suppressed }, message);
  }

  parse<S extends z.ZodType>(topic: string, schema: S, payload: unknown): z.output<S> | undefined {
    const parsed = schema.safeParse(payload);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    this.reject(topic, 'schema', issue?.message ?? 'wrong shape', issue?.path.join('.') || undefined);
    return undefined;
  }

  /** A message that this engine could not take, by its own fault: the others go on. */
  #failed(topic: string, err: unknown): void {
    const damage = damageOf(err);
    if (damage !== undefined) {
      this.#on.onDamaged(damage);
      return;
    }
    const advice = this.#count(topic, 'defect', 'this seat failed on it');
    if (advice.log)
      this.#on.log.error({ err, topic, suppressed: advice.suppressed }, 'a message handler failed');
  }

  #count(topic: string, reason: RejectReason, message: string, field?: string): LogAdvice {
    const at = this.#on.now();
    return this.input.reject({ topic, reason, message, at, ...(field === undefined ? {} : { field }) });
  }
}
