import type { MqttClient } from 'mqtt';
import { encodeFrame } from '../../src/shared/lamp/frame.ts';
import { LampState } from '../../src/shared/lamp/state.ts';
import { topics } from '../../src/shared/wire/topic.ts';

/** What a follower says to the benchmark. */
export type Told = { readonly ready: true } | { readonly cpuMs: number };

export const DISTRICTS = Array.from({ length: 34 }, (_, n) => String(n + 1).padStart(2, '0'));
export const LAMPS = 1_000;
/** Under either filter a retained message of this name says that a subscription stands. */
export const READY = 'ready';
export const LAMP_FILTER = 'bench/lamp/+';
const STREAM_ID = 7;

const lampId = (district: string, index: number) => `urn:ngsi-ld:Streetlight:${district}:${index}`;

/** What a broker retains of a city of 34 districts of 1,000 lamps, and the sign for either kind of subscription. */
export async function prepareCity(client: MqttClient): Promise<void> {
  const retained = { qos: 1, retain: true } as const;
  for (const district of DISTRICTS) {
    const lamps = Array.from({ length: LAMPS }, (_, index) => ({
      id: lampId(district, index),
      position: [5 + index / 10_000, 47.3],
      street: `rue ${index % 20}`,
    }));
    const dictionary = { v: 1, district, name: district, dictVersion: 1, lamps };
    await client.publishAsync(topics.dictionary(district), JSON.stringify(dictionary), retained);
    await client.publishAsync(topics.districtFull(district), frame(0, LAMPS, 0, true), retained);
  }
  await client.publishAsync(topics.districtDelta(READY), READY, retained);
  await client.publishAsync(`bench/lamp/${READY}`, '{}', retained);
}

/** One frame of `count` lamps. */
export function frame(seq: number, count: number, level: number, full = false): Buffer {
  const lamps = Array.from({ length: count }, (_, index) => ({
    index,
    state: LampState.on,
    level,
    age: 0,
    faults: 0,
  }));
  const header = { full, dictVersion: 1, streamId: STREAM_ID, frameSeq: seq, baseTimeMs: Date.now() };
  return Buffer.from(encodeFrame(header, lamps));
}

/** Each district changes `count` of its lamps. @param seq of these frames, from 1 */
export function sayFrames(client: MqttClient, seq: number, count: number): void {
  for (const district of DISTRICTS)
    client.publish(topics.districtDelta(district), frame(seq, count, (seq % 2) * 50 + 50), { qos: 0 });
}

/** So many lamps of each district say for themselves, each in JSON on a topic of its own, how they are. */
export function sayTopics(client: MqttClient, qos: 0 | 1, count: number): void {
  const at = new Date().toISOString();
  for (const district of DISTRICTS)
    for (let index = 0; index < count; index++) {
      const id = lampId(district, index);
      const said = { id, type: 'Streetlight', on: true, level: 80, dateObserved: at };
      client.publish(`bench/lamp/${encodeURIComponent(id)}`, JSON.stringify(said), { qos });
    }
}
