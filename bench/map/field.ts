import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { DistrictId, LampId } from '../../src/shared/ids.ts';
import { BatchWriter, readBatch } from '../../src/shared/lamp/batch.ts';
import type { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { topics } from '../../src/shared/wire/topic.ts';
import { startBroker } from '../../tests/support/broker.ts';
import { startHub } from '../../tests/support/hub.ts';
import { startSeat } from '../../tests/support/seat.ts';
import { until } from '../../tests/support/until.ts';
import { DISTRICT, placeLamps } from './page/city.ts';

/** A broker, a hub and a seat with the lamps of the page's city, and gateways that speak for them. */
export interface LampField {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** A lamp says at what level it burns, 0–1, as gateways say it. @returns ms since the epoch at which it was sent */
  say(lamp: number, level: number): number;
  /** Hears the seat's batches until told to stop. */
  onBatch(listener: (bytes: Uint8Array) => void): () => void;
  stop(): Promise<void>;
}

const idOf = (lamp: number): string => `urn:ngsi-ld:Streetlight:${lamp}`;

function dictionaries(lon: Float64Array, lat: Float64Array): readonly Dictionary[] {
  return Array.from({ length: Math.ceil(lon.length / DISTRICT) }, (_, slot) => ({
    v: 1,
    district: DistrictId.parse(String(slot).padStart(3, '0')),
    name: String(slot),
    dictVersion: 1,
    lamps: Array.from(lon.subarray(slot * DISTRICT, (slot + 1) * DISTRICT), (x, index) => ({
      id: LampId.parse(idOf(slot * DISTRICT + index)),
      position: [x, lat[slot * DISTRICT + index]!],
      street: '',
    })),
  }));
}

/** Starts them; no lamp has said anything yet. */
export async function openField(count: number): Promise<LampField> {
  const { lon, lat } = placeLamps(count);
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-field-'));
  const broker = await startBroker({ seats: ['seat-01'] });
  const { hub: password, city } = broker.secrets;
  const hub = startHub({
    brokerUrl: broker.url,
    ...(password === undefined ? {} : { password }),
    dir: join(folder, 'hub'),
    dictionaries: dictionaries(lon, lat),
  });
  await hub.waitReady();
  const seat = await startSeat({
    seat: 'seat-01',
    brokerUrl: broker.url,
    password: broker.secrets['seat-01'],
    dir: join(folder, 'seat'),
  });
  const districts = await until('all dictionaries', async () => {
    const all = await seat.request('lamps.dictionary');
    return all.length === Math.ceil(count / DISTRICT) && all;
  });
  // The seat counts districts as they came, the page by their number.
  const places = new Map(districts.map(({ slot, district }) => [slot, Number(district)]));
  const login = { username: 'city', ...(city === undefined ? {} : { password: city }) };
  const gateways = await connectAsync(broker.url, { protocolVersion: 5, ...login });
  const say = (lamp: number, level: number): number => {
    const at = performance.timeOrigin + performance.now();
    const state = {
      id: idOf(lamp),
      type: 'Streetlight',
      powerState: level === 0 ? 'off' : 'on',
      illuminanceLevel: level,
      status: 'ok',
      observationDateTime: new Date(at).toISOString(),
    };
    gateways.publish(topics.lampState(state.id), JSON.stringify(state), { qos: 1, retain: true });
    return at;
  };
  return {
    lon,
    lat,
    say,
    onBatch: (listener) =>
      seat.hear('lamps.batch', (bytes) => {
        const writer = new BatchWriter();
        readBatch(bytes).forEach((slot, ...lamp) => {
          writer.push(places.get(slot) ?? 0, ...lamp);
        });
        listener(writer.take(false));
      }),
    async stop() {
      await gateways.endAsync(true);
      await seat.stop();
      await hub.stop();
      await broker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
