import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/node/log/log.ts';
import { connectLink, type Link, type LinkOptions, type MessageFacts } from '../../src/node/mqtt/link.ts';
import { startBroker, type TestBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';

let broker: TestBroker;
let links: Link[];
let log: string[];

beforeEach(async () => {
  links = [];
  log = [];
  broker = await startBroker();
});
afterEach(async () => {
  await Promise.all(links.map((link) => link.close()));
  await broker.stop();
});

function link(user: string, over: Partial<LinkOptions> = {}): Link {
  const made = connectLink({
    brokers: [broker.url],
    clientId: user,
    username: user,
    password: broker.secrets[user],
    keepalive: 2,
    log: createLog({ name: user, level: 'debug', write: (line) => log.push(line), readable: false }),
    ...over,
  });
  links.push(made);
  return made;
}

const up = (one: Link) => until('link up', () => one.state.kind === 'up');
const text = (payload: Uint8Array) => new TextDecoder().decode(payload);

interface Got {
  readonly topic: string;
  readonly text: string;
  readonly facts: MessageFacts;
}

function collect(one: Link, filter: string): Got[] {
  const got: Got[] = [];
  one.subscribe(filter, { qos: 1 }, (topic, payload, facts) => {
    got.push({ topic, text: text(payload), facts });
  });
  return got;
}

describe('publishing', () => {
  test('reaches who subscribed before the link was up, with its properties', async () => {
    const hub = link('hub');
    const got = collect(hub, 'room/v1/cmd/+');
    const seat = link('seat-01');
    await Promise.all([up(hub), up(seat)]);
    const result = await seat.publish('room/v1/cmd/seat-01', '{"é":1}', {
      qos: 1,
      responseTopic: 'room/v1/rsp/seat-01',
      correlationData: new Uint8Array([1, 2, 3]).subarray(1),
      messageExpiry: 30,
    });
    expect(result).toEqual({ ok: true, noSubscribers: false });
    const message = await until('the command', () => got[0]);
    expect(message).toMatchObject({ topic: 'room/v1/cmd/seat-01', text: '{"é":1}' });
    expect(message.facts).toMatchObject({ retain: false, responseTopic: 'room/v1/rsp/seat-01' });
    expect([...message.facts.correlationData!]).toEqual([2, 3]);
    expect(hub.counts().received['room/v1/cmd/+']).toEqual({ messages: 1, bytes: 8 });
    expect(seat.counts().sent['room/v1/cmd/+']).toEqual({ messages: 1, bytes: 7 });
  });

  test('tells that nobody listens', async () => {
    const seat = link('seat-01');
    await up(seat);
    expect(await seat.publish('room/v1/cmd/seat-01', '{}', { qos: 1 })).toEqual({
      ok: true,
      noSubscribers: true,
    });
  });

  test('is refused under another id, and the link goes on', async () => {
    const seat = link('seat-01');
    await up(seat);
    const refused = { ok: false, reason: 'refused', code: 135 };
    expect(await seat.publish('room/v1/cmd/seat-02', '{}', { qos: 1 })).toEqual(refused);
    expect(await seat.publish('room/v1/evt', '{}', { qos: 1 })).toEqual(refused);
    expect(await seat.publish('city/v1/lamp/1/cmd', '{}', { qos: 1 })).toEqual(refused);
    expect(await seat.publish('room/v1/cmd/seat-01', '{}', { qos: 1 })).toMatchObject({ ok: true });
    expect(seat.counts().notSent).toEqual({ 'room/v1/cmd/+': 1, 'room/v1/evt': 1, 'city/v1/lamp/+/cmd': 1 });
  });

  test.each([
    ['10 MB', 'room/v1/cmd/seat-01', 'x'.repeat(10_000_000), 149],
    ['just over the limit', 'room/v1/cmd/seat-01', 'x'.repeat(1_048_576 - 10), 149],
    ['a wildcard', 'room/v1/cmd/+', '{}', 144],
    ['no topic', '', '{}', 144],
  ])('of %s is refused here, before it costs the connection', async (_, topic, payload, code) => {
    const seat = link('seat-01');
    await up(seat);
    expect(await seat.publish(topic, payload, { qos: 1 })).toEqual({ ok: false, reason: 'refused', code });
    expect(seat.state.kind).toBe('up');
    expect(seat.counts().received).toEqual({});
  });

  test('of nearly the largest packet passes', async () => {
    const hub = link('hub');
    const got = collect(hub, 'room/v1/cmd/+');
    const seat = link('seat-01');
    await Promise.all([up(hub), up(seat)]);
    const payload = 'x'.repeat(1_048_576 - 100);
    expect(await seat.publish('room/v1/cmd/seat-01', payload, { qos: 1 })).toMatchObject({ ok: true });
    expect((await until('the large one', () => got[0])).text.length).toBe(payload.length);
  });

  test('of thousands at once keeps within what the broker takes, all arrive in order', async () => {
    const hub = link('hub');
    const got = collect(hub, 'city/v1/lamp/+/state');
    const city = link('city');
    await Promise.all([up(hub), up(city)]);
    const sent = Array.from({ length: 8_000 }, (_, i) =>
      city.publish(`city/v1/lamp/${i}/state`, `${i}`, { qos: 1 }),
    );
    expect((await Promise.all(sent)).filter(({ ok }) => !ok)).toEqual([]);
    await until('all of them', () => got.length === 8_000);
    expect(got.every(({ text: t }, i) => t === `${i}`)).toBe(true);
    expect(city.counts().connects).toBe(1);
  });

  test('of more than may wait is answered with the quota', async () => {
    const city = link('city');
    await up(city);
    const results = await Promise.all(
      Array.from({ length: 12_000 }, () => city.publish('city/v1/event', '{}', { qos: 1 })),
    );
    const refused = results.filter((r) => !r.ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toEqual({ ok: false, reason: 'quota', code: 151 });
    expect(city.state.kind).toBe('up');
  });
});

describe('receiving', () => {
  test('survives a handler that throws and one that rejects, and counts them', async () => {
    const hub = link('hub');
    hub.subscribe('room/v1/cmd/+', { qos: 1 }, () => {
      throw new Error('planted');
    });
    hub.subscribe('room/v1/#', { qos: 1 }, () => Promise.reject(new Error('planted too')));
    const got = collect(hub, 'room/v1/cmd/+');
    await up(hub);
    await broker.publishRaw({ topic: 'room/v1/cmd/seat-01', payload: 'a', user: 'seat-01' });
    await until('the message', () => got.length > 0);
    await until('both counted', () => Object.keys(hub.counts().handlerErrors).length === 2);
    expect(log.join('')).toContain('planted too');
    expect(hub.state.kind).toBe('up');
  });

  test('goes on when a foreign client sends 10 MB', async () => {
    const hub = link('hub');
    const got = collect(hub, 'room/v1/cmd/+');
    await up(hub);
    const topic = 'room/v1/cmd/seat-01';
    await broker.publishRaw({ topic, payload: Buffer.alloc(10_000_000), user: 'seat-01' });
    await broker.publishRaw({ topic, payload: 'after', user: 'seat-01' });
    await until('the next one', () => got.some(({ text: t }) => t === 'after'));
    expect(got.length).toBe(1);
    expect(hub.counts().connects).toBe(1);
  });

  test('gives retained messages to a late subscriber and stops when told to', async () => {
    const hub = link('hub');
    const seat = link('seat-01');
    await Promise.all([up(hub), up(seat)]);
    await hub.publish('room/v1/data/people/1', 'Ana', { qos: 1, retain: true });
    const got: Got[] = [];
    const stop = seat.subscribe('room/v1/data/+/+', { qos: 1 }, (topic, payload, facts) => {
      got.push({ topic, text: text(payload), facts });
    });
    expect(await until('the retained one', () => got[0])).toMatchObject({
      text: 'Ana',
      facts: { retain: true },
    });
    stop();
    await until('nobody listens', async () => {
      const result = await hub.publish('room/v1/data/people/1', 'Bea', { qos: 1, retain: true });
      return result.ok && result.noSubscribers;
    });
    expect(got.length).toBe(1);
  });
});

describe('the link', () => {
  test('comes back after the broker was killed, subscribes again, and says offline meanwhile', async () => {
    const hub = link('hub');
    const got = collect(hub, 'room/v1/cmd/+');
    const seat = link('seat-01');
    await Promise.all([up(hub), up(seat)]);
    const states: string[] = [];
    seat.onState(({ kind }) => states.push(kind));
    await broker.kill();
    await until('link down', () => seat.state.kind === 'down');
    expect(await seat.publish('room/v1/cmd/seat-01', 'lost', { qos: 1 })).toEqual({
      ok: false,
      reason: 'offline',
    });
    await broker.restart();
    hub.reconnectNow();
    seat.reconnectNow();
    await Promise.all([up(hub), up(seat)]);
    expect(await seat.publish('room/v1/cmd/seat-01', 'again', { qos: 1 })).toMatchObject({ ok: true });
    await until('the command', () => got.length > 0);
    expect(got.map(({ text: t }) => t)).toEqual(['again']);
    expect(states[0]).toBe('down');
    expect(states.at(-1)).toBe('up');
  });

  test('answers what was under way when the broker died', async () => {
    const city = link('city');
    await up(city);
    const results = Array.from({ length: 3_000 }, () =>
      city.publish('city/v1/event', 'x'.repeat(1_000), { qos: 1 }),
    );
    await broker.kill();
    const answered = await Promise.all(results);
    expect(answered.filter((r) => !r.ok && r.reason !== 'offline')).toEqual([]);
    expect(answered.some((r) => !r.ok)).toBe(true);
  });

  test('takes the next broker of the list when the first is gone', async () => {
    const second = await startBroker();
    try {
      const seat = link('seat-01', { brokers: [broker.url, second.url] });
      await up(seat);
      expect(seat.state.broker).toBe(broker.url);
      await broker.kill();
      // The second broker has other secrets: reaching it shows as a refusal that names it.
      await until('the second tried', () => seat.state.broker === second.url && seat.state.kind === 'down');
      expect(seat.state).toMatchObject({ lastError: expect.stringMatching(/not authori[sz]ed|user name/i) });
      await broker.restart();
      await up(seat);
      expect(seat.state.broker).toBe(broker.url);
    } finally {
      await second.stop();
    }
  });

  test('names what is wrong: no broker, wrong password, a server that never answers, a bad certificate', async () => {
    const wrong = link('seat-01', { password: 'wrong' });
    const error = async (one: Link) =>
      until('an error', () => (one.state.kind === 'down' ? one.state.lastError : undefined));
    expect(await error(wrong)).toMatch(/not authorized/i);
    expect(await error(link('seat-02', { brokers: ['mqtt://127.0.0.1:9'] }))).toMatch(/ECONNREFUSED/);
    const tls = { ca: 'no certificate' };
    expect(await error(link('seat-02', { brokers: [`mqtts://127.0.0.1:${broker.port}`], tls }))).toBeTruthy();
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const stuck = link('seat-03', { brokers: [`mqtt://127.0.0.1:${port}`] });
    expect(await error(stuck)).toMatch(/connack timeout/);
    await stuck.close();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  test('refuses addresses that are none', () => {
    const log = createLog({ name: 'x', level: 'silent' });
    for (const brokers of [[], ['http://x'], ['mqtt://user:secret@x'], ['x']]) {
      expect(() => connectLink({ brokers, clientId: 'x', keepalive: 5, log })).toThrow(TypeError);
    }
  });

  test('leaves its will when it closes', async () => {
    const hub = link('hub');
    const got = collect(hub, 'room/v1/seat/+');
    const will = () => ({ topic: 'room/v1/seat/seat-01', payload: 'gone', qos: 1, retain: true }) as const;
    const seat = link('seat-01', { will });
    await Promise.all([up(hub), up(seat)]);
    await seat.close();
    await until('the will', () => got.length === 1);
    expect(seat.state.kind).toBe('down');
    expect(got[0]).toMatchObject({ topic: 'room/v1/seat/seat-01', text: 'gone' });
  });

  test('names its id when a second client with the same one throws it out', async () => {
    const first = link('seat-01');
    await up(first);
    const second = link('seat-01');
    await up(second);
    await until('the first told', () => first.state.kind === 'down');
    expect(first.state).toMatchObject({
      lastError: expect.stringContaining('another client using the id seat-01'),
    });
  });
});
