import type { z } from 'zod';
import type { RejectReason } from '../../shared/ipc/model.ts';

/**
 * The room as the rest of the seat engine sees it: what is heard, already JSON, and a way to say something.
 * `MqttRoom` makes it of a broker connection.
 */
export type Hear<P> = (topic: string, payload: P, retained: boolean) => void;

export interface Room {
  readonly seat: string;
  /** identifies this run of the engine in `room/v1/seat/<id>` */
  readonly instance: string;
  /**
   * Hears a JSON topic. A payload that is no JSON is counted and goes no further; an empty one is `undefined`.
   * `retained`: the broker kept it from before this seat listened.
   */
  listen(filter: string, qos: 0 | 1, handler: Hear<unknown>): () => void;
  /** Hears a topic of bytes, which may be a view: copy what is kept. */
  listenBytes(filter: string, qos: 0 | 1, handler: Hear<Uint8Array>): () => void;
  /** Told when the broker is lost: all that it retains is heard anew once one is there again. @returns stops it */
  onLost(lost: () => void): () => void;
  /** Reads bytes as JSON. @returns undefined where they are none: counted under their topic */
  decode(topic: string, bytes: Uint8Array): unknown;
  /** Says something at QoS 1. @returns whether the broker has taken it */
  send(topic: string, payload: object, expirySeconds?: number): Promise<boolean>;
  /** Leaves a retained word at QoS 1. */
  retain(topic: string, payload: object): Promise<boolean>;
  /** Says something that needs not arrive, at QoS 0. */
  whisper(topic: string, payload: object): void;
  /** Counts bad input under its topic for diagnostics. */
  reject(topic: string, reason: RejectReason, message: string, field?: string): void;
  /** Checks a payload; what doesn't fit is counted under its topic with the field at fault. */
  parse<S extends z.ZodType>(topic: string, schema: S, payload: unknown): z.output<S> | undefined;
}
