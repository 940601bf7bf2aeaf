import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { type FrameLamp, type FrameReader, readFrame } from '../../src/shared/lamp/frame.ts';
import { LampFault, LampState } from '../../src/shared/lamp/state.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { lampsOf } from '../support/frame-lamps.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { until } from '../support/until.ts';

const DISTRICTS = 34;
const LAMPS = 1_000;
const dir = mkdtempSync(join(tmpdir(), 'vigie-hub-'));
const lampId = (d: number, i: number) => `urn:ngsi-ld:Streetlight:${d}-${i}`;
const dictionaries = Array.from({ length: DISTRICTS }, (_, d) =>
  Dictionary.parse({
    v: 1,
    district: String(d + 1).padStart(2, '0'),
    name: `Secteur ${d + 1}`,
    dictVersion: 7,
    lamps: Array.from({ length: LAMPS }, (_, i) => ({
      id: lampId(d, i),
      position: [5 + d / 1_000, 47 + i / 10_000],
      // Cabinets of one street that fail together are one alarm: each district has a street of its own.
      street: d === 9 ? 'rue des Forges' : `rue de la Liberté ${d}`,
      cabinet: `ARM-${d}-${Math.floor(i / 50)}`,
      circuit: `ARM-${d}-${Math.floor(i / 50)}-${i % 2}`,
    })),
  }),
);

let broker: TestBroker;
let hub: TestHub;
let city: MqttClient;
let seat: MqttClient;
const frames: { district: string; frame: FrameReader; lamps: ReadonlyMap<number, FrameLamp> }[] = [];
const tickets = new Map<string, { title: string; priority: number; devices?: string[] }>();
const retainedTopics = new Map<string, number>();

const client = (name: string) =>
  connectAsync(broker.url, { protocolVersion: 5, username: name, password: broker.secrets[name]! });
const state = (d: number, i: number, more: object = {}, qos: 0 | 1 = 1) =>
  city.publishAsync(
    `city/v1/lamp/${encodeURIComponent(lampId(d, i))}/state`,
    JSON.stringify({
      id: lampId(d, i),
      type: 'Streetlight',
      powerState: 'on',
      illuminanceLevel: 0.6,
      status: 'ok',
      observationDateTime: new Date().toISOString(),
      ...more,
    }),
    { qos, retain: true },
  );
/** The first frame of a district after `from` that shows the lamp so. */
const shown = (district: string, index: number, from: number, how: (lamp: FrameLamp) => boolean) =>
  until(`lamp ${index} of ${district}`, () =>
    frames.slice(from).find(({ district: d, lamps }) => {
      const lamp = d === district ? lamps.get(index) : undefined;
      return lamp !== undefined && how(lamp);
    }),
  );

beforeAll(async () => {
  broker = await startBroker({ seats: ['seat-01'] });
  city = await client('city');
  for (let d = 0; d < DISTRICTS; d++)
    await Promise.all(Array.from({ length: LAMPS }, (_, i) => state(d, i, {}, 0)));
  await state(0, 0);
  hub = startHub({
    brokerUrl: broker.url,
    password: broker.secrets.hub,
    dir,
    dictionaries,
    config: { lighting: { faultSettleSeconds: 1, faultQuietSeconds: 1, faultLongestSeconds: 5 } },
  });
  seat = await client('seat-01');
  seat.on('message', (topic, payload) => {
    const [, , kind, district = '', what] = topic.split('/');
    if (kind === 'dist')
      frames.push({
        district,
        frame: readFrame(Uint8Array.from(payload)),
        lamps: new Map(lampsOf(payload).map((lamp) => [lamp.index, lamp])),
      });
    else if (topic === 'room/v1/evt') {
      const event = JSON.parse(payload.toString());
      if (event.type === 'ticket.created') tickets.set(event.target.id, event.patch);
    } else if (what === undefined) retainedTopics.set(topic, (retainedTopics.get(topic) ?? 0) + 1);
  });
  await seat.subscribeAsync(
    ['room/v1/dist/+/full', 'room/v1/dist/+/delta', 'room/v1/dict/+', 'room/v1/evt'],
    { qos: 1 },
  );
  await hub.waitReady();
});

afterAll(async () => {
  await seat.endAsync(true);
  await city.endAsync(true);
  await hub.stop();
  await broker.stop();
  rmSync(dir, { recursive: true });
});

describe('34,000 lamps', () => {
  it('come out of what the broker retained as whole frames that know every lamp', async () => {
    await until('all districts', () => new Set(frames.map(({ district }) => district)).size === DISTRICTS);
    for (const { district } of dictionaries) {
      const first = frames.find((f) => f.district === district)!;
      expect(first.frame.full).toBe(true);
      expect(first.frame.dictVersion).toBe(7);
      const lamps = [...first.lamps.values()];
      expect(lamps).toHaveLength(LAMPS);
      expect(lamps.filter((lamp) => (lamp.state & LampState.neverSeen) !== 0)).toEqual([]);
      expect(lamps.every((lamp) => lamp.level === 60)).toBe(true);
    }
    expect(new Set(frames.map(({ frame }) => frame.streamId)).size).toBe(1);
    expect(retainedTopics.size).toBe(DISTRICTS);
  });

  it('change in deltas of the changed ones only, in unbroken order', async () => {
    const from = frames.length;
    await state(3, 17, { illuminanceLevel: 0.25 });
    const { frame } = await shown('04', 17, from, (lamp) => lamp.level === 25);
    expect(frame.full).toBe(false);
    expect(frame.count).toBe(1);
    const sequence = frames.filter(({ district }) => district === '04').map((f) => f.frame.frameSeq);
    expect(sequence).toEqual(sequence.map((_, i) => sequence[0]! + i));
  });

  it('are shown present while somebody is there, but never in what is retained', async () => {
    const from = frames.length;
    const topic = `city/v1/lamp/${encodeURIComponent(lampId(5, 5))}/presence`;
    await city.publishAsync(topic, '{"v":1,"present":true}', { qos: 0 });
    await shown('06', 5, from, (lamp) => (lamp.state & LampState.presence) !== 0);
    const full = frames.filter(({ district, frame }) => district === '06' && frame.full);
    for (const { lamps } of full) expect(lamps.get(5)!.state & LampState.presence).toBe(0);
  });

  it('keep the later observation, whatever comes after it, and refuse the future and strangers', async () => {
    const from = frames.length;
    const hour = 3_600_000;
    await state(7, 7, {
      illuminanceLevel: 0.1,
      observationDateTime: new Date(Date.now() - hour).toISOString(),
    });
    await state(7, 8, {
      illuminanceLevel: 0.1,
      observationDateTime: new Date(Date.now() + hour).toISOString(),
    });
    await city.publishAsync(
      'city/v1/lamp/nobody/state',
      JSON.stringify({
        id: 'nobody',
        type: 'Streetlight',
        powerState: 'on',
        observationDateTime: new Date().toISOString(),
      }),
      { qos: 1 },
    );
    await city.publishAsync(`city/v1/lamp/${lampId(7, 9)}/state`, '{"powerState":true}', { qos: 1 });
    await state(7, 10, { illuminanceLevel: 0.2 });
    await shown('08', 10, from, (lamp) => lamp.level === 20);
    const seen = frames.slice(from).filter(({ district, frame }) => district === '08' && !frame.full);
    expect(seen.flatMap(({ lamps }) => [...lamps.keys()])).toEqual([10]);
    const text = await (await fetch(`${hub.url}/metrics`)).text();
    for (const reason of ['unknown-lamp', 'future', 'schema'])
      expect(text).toMatch(
        new RegExp(`input_rejected_total\\{topic="city/v1/lamp/\\+/state",reason="${reason}"\\} 1`),
      );
    expect(text).toMatch(/lamp_reports_total\{heard="out-of-order"\} 1/);
  });

  it('dark by a tripped feeder are one ticket, a single defective one is its own', async () => {
    const from = frames.length;
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => state(9, i, { status: 'defectiveLamp', powerState: 'off' })),
    );
    await state(10, 3, { status: 'brokenLantern' });
    await city.publishAsync(
      'city/v1/cabinet/ARM-11-0/state',
      JSON.stringify({
        id: 'ARM-11-0',
        type: 'StreetlightControlCabinet',
        circuits: [{ id: 'ARM-11-0-1', status: 'tripped' }],
        observationDateTime: new Date().toISOString(),
      }),
      { qos: 1, retain: true },
    );
    await shown('12', 1, from, (lamp) => (lamp.faults & LampFault.circuit) !== 0);
    await until('three tickets', () => tickets.size === 3);
    const found = [...tickets.values()].sort((a, b) => (b.devices?.length ?? 0) - (a.devices?.length ?? 0));
    expect(found.map(({ priority, devices }) => [priority, devices?.length ?? 0])).toEqual([
      [2, 50],
      [4, 1],
      [2, 0],
    ]);
    expect(found[0]).toMatchObject({
      title: '50 lampadaires en panne',
      place: { label: 'Secteur rue des Forges', street: 'rue des Forges' },
    });
  });

  it('open no second ticket when the hub is killed and hears the same faults again', async () => {
    await hub.kill();
    frames.length = 0;
    hub = startHub({
      brokerUrl: broker.url,
      password: broker.secrets.hub,
      dir,
      dictionaries,
      config: { lighting: { faultSettleSeconds: 0.2, faultQuietSeconds: 0.2, faultLongestSeconds: 1 } },
    });
    await hub.waitReady();
    await until(
      'all districts again',
      () => new Set(frames.map(({ district }) => district)).size === DISTRICTS,
    );
    // A fault that comes after those: when it has its ticket, the others had their time.
    await state(20, 1, { status: 'columnIssue' });
    await until('its ticket', () =>
      [...tickets.values()].some(({ devices }) => devices?.includes(lampId(20, 1))),
    );
    expect(tickets.size).toBe(4);
    expect(Math.max(...retainedTopics.values())).toBe(1);
  });
});
