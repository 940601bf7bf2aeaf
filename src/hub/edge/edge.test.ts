import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../node/log/log.ts';
import type { MessageHandler } from '../../node/mqtt/types.ts';
import { InputCounter } from '../../shared/input-counter.ts';
import { every } from './every.ts';
import { Inbox } from './inbox.ts';
import { readEntries } from './inventory-file.ts';
import { Lane } from './lane.ts';
import { Quotas } from './quota.ts';
import { Shelf } from './retained-shelf.ts';
import { Sparing } from './sparing-log.ts';

const bytes = (text: string) => Buffer.from(text);

describe('the inbox', () => {
  const open = (door: { maxBytes: number; quota?: { perSecond: number; burst: number } }) => {
    const lines: string[] = [];
    const counter = new InputCounter();
    let handler: MessageHandler = () => {};
    const inbox = new Inbox({
      subscribe: (_filter, _how, read) => {
        handler = read;
        return () => {};
      },
      counter,
      counted: () => {},
      log: createLog({ name: 'test', write: (line) => lines.push(line), readable: false }),
    });
    const got: unknown[] = [];
    inbox.messages('room/v1/cmd/+', z.object({ n: z.number() }), { qos: 1, ...door }, (message, { from }) =>
      got.push([from, message]),
    );
    const send = (text: string, seat = 'a', at = 0) =>
      handler(`room/v1/cmd/${seat}`, bytes(text), { retain: false, at });
    const reasons = () =>
      Object.fromEntries(counter.snapshot().kinds.map(({ reason, count }) => [reason, count]));
    return { send, got, reasons, lines };
  };

  it('hands on what is right, counts the rest by its reason, and passes over what removes', () => {
    const { send, got, reasons } = open({ maxBytes: 40 });
    send('{"n":1,"unknown":true}', 'a%2Fb');
    send('{"n":"1"}');
    send('{"n":');
    send(`{"n":${'1'.repeat(60)}}`);
    send('{"n":2}', '%E0%A4%A');
    send('');
    expect(got).toEqual([['a/b', { n: 1 }]]);
    expect(reasons()).toEqual({ schema: 1, json: 1, size: 1, topic: 1 });
  });

  it('refuses what nests so deep that reading it would break off', () => {
    const { send, got, reasons } = open({ maxBytes: 1_000_000 });
    const nested = (n: number) => `{"n":1,"x":${'['.repeat(n)}${']'.repeat(n)}}`;
    send(nested(63));
    send(nested(64));
    send(nested(400_000));
    expect(got).toEqual([['a', { n: 1 }]]);
    expect(reasons()).toEqual({ depth: 2 });
  });

  it('limits each source by itself', () => {
    const { send, got, reasons } = open({ maxBytes: 40, quota: { perSecond: 1, burst: 2 } });
    for (let n = 0; n < 5; n++) send(`{"n":${n}}`, 'loud');
    send('{"n":9}', 'calm');
    send('{"n":10}', 'loud', 1_000);
    expect(got.map((entry) => (entry as [string, { n: number }])[1].n)).toEqual([0, 1, 9, 10]);
    expect(reasons()).toEqual({ quota: 3 });
  });

  it('never writes down what it could not read: a PIN may stand in it', () => {
    const { send, lines } = open({ maxBytes: 400 });
    // The engine quotes what it stumbles over.
    send('geheim-4711');
    expect(lines.join()).toContain('input refused');
    expect(lines.join()).not.toContain('geheim');
  });

  it('cuts what a source can make long before it is kept or written down', () => {
    const lines: string[] = [];
    const counter = new InputCounter();
    const inbox = new Inbox({
      subscribe: () => () => {},
      counter,
      counted: () => {},
      log: createLog({ name: 'test', write: (line) => lines.push(line), readable: false }),
    });
    inbox.reject(`room/v1/cmd/${'t'.repeat(60_000)}`, 'schema', 'm'.repeat(60_000), 0, 'f'.repeat(60_000));
    expect(lines.join().length).toBeLessThan(1_500);
    expect(JSON.stringify(counter.snapshot()).length).toBeLessThan(1_500);
  });

  it('under a flood of every kind of fault writes a line for each kind now and then, and counts each message', () => {
    const { send, got, reasons, lines } = open({ maxBytes: 40, quota: { perSecond: 1_000, burst: 1_000 } });
    for (let n = 0; n < 3_000; n++) {
      const at = n * 3;
      send(`{"n":${n}}`, `seat-${n}`, at);
      send('{"n":"1"}', `seat-${n}`, at);
      send('{"n":', `seat-${n}`, at);
      send(`{"n":${'1'.repeat(60)}}`, `seat-${n}`, at);
    }
    expect(got).toHaveLength(3_000);
    expect(reasons()).toEqual({ schema: 3_000, json: 3_000, size: 3_000 });
    expect(lines).toHaveLength(3);
    send('{"n":', 'seat-1', 10_000);
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ reason: 'json', suppressed: 2_999 });
  });
});

describe('what is done a few at a time', () => {
  it('begins in order, never more at once than may be, also after one that failed', async () => {
    const lane = new Lane(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const work = (n: number) =>
      lane.run(async () => {
        begun.push(n);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        if (n % 3 === 0) throw new Error('no');
        return n;
      });
    for (let round = 1; round <= 2; round++) {
      const done = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => work(n)));
      expect(begun.splice(0)).toEqual(Array.from({ length: 10 }, (_, n) => n));
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
      expect(most).toBe(2);
    }
    expect(await work(1)).toBe(1);
  });
});

it('a line of each kind is due now and then, with how many were passed over', () => {
  const sparing = new Sparing(100);
  const asked = [0, 1, 99, 100, 150, 200].map((now) => sparing.due('a', now));
  expect(asked).toEqual([0, undefined, undefined, 2, undefined, 1]);
  expect(sparing.due('b', 150)).toBe(0);
});

describe('the shelf', () => {
  it('publishes what is missing or differs, removes what is not wanted, and leaves the rest alone', async () => {
    const sent: [string, string][] = [];
    const shelf = new Shelf(async (topic, payload) => {
      sent.push([topic, payload]);
      return { ok: true, noSubscribers: false };
    });
    shelf.want('same', 'x');
    shelf.want('differs', 'new');
    shelf.want('missing', 'y');
    shelf.heard('same', bytes('x'));
    shelf.heard('differs', bytes('old'));
    shelf.heard('stranger', bytes('z'));
    expect(await shelf.settle()).toEqual({ removed: ['stranger'], refused: [] });
    expect(sent).toEqual([
      ['stranger', ''],
      ['differs', 'new'],
      ['missing', 'y'],
    ]);
  });

  it('publishes all again to a broker that has lost its memory', async () => {
    const sent: string[] = [];
    const shelf = new Shelf(async (topic) => {
      sent.push(topic);
      return { ok: false, reason: 'refused' };
    });
    shelf.want('a', 'x');
    shelf.heard('a', bytes('x'));
    shelf.forget();
    expect((await shelf.settle()).refused).toEqual(['a']);
    expect(sent).toEqual(['a']);
  });
});

it('quotas forget the oldest source rather than grow', () => {
  const quotas = new Quotas({ perSecond: 0.001, burst: 1 }, 2);
  expect(quotas.take('a', 0)).toBe(true);
  expect(quotas.take('a', 0)).toBe(false);
  quotas.take('b', 0);
  quotas.take('c', 0);
  expect(quotas.take('a', 0)).toBe(true);
});

it('inventory files are read as an array or line by line, and a fault is named with its place', () => {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-file-'));
  const file = join(dir, 'list');
  const schema = z.object({ id: z.string() });
  const read = (text: string) => {
    writeFileSync(file, text);
    return readEntries(file, 'cameras', schema);
  };
  expect(read('[{"id":"a"},{"id":"b"}]')).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(read('{"id":"a"}\n\n{"id":"b"}\n')).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(() => read('{"id":"a"}\n{"id":7}\n')).toThrow(/list:2: id: /);
  expect(() => read('[{"id":7}]')).toThrow(/entry 1: id: /);
  expect(() => read('{"id"')).toThrow(/not JSON/);
  expect(() => readEntries(join(dir, 'none'), 'cameras', schema)).toThrow(
    /no such file \(named by cameras\)/,
  );
  rmSync(dir, { recursive: true });
});

it('what is done again and again waits for itself and outlives a failure', async () => {
  let running = 0;
  let runs = 0;
  const failures: unknown[] = [];
  const third = Promise.withResolvers<void>();
  const stop = every(
    1,
    async () => {
      expect(++running).toBe(1);
      runs += 1;
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (runs === 3) third.resolve();
      throw new Error('no');
    },
    (error) => failures.push(error),
  );
  await third.promise;
  await stop();
  expect(failures.length).toBeGreaterThanOrEqual(3);
});

it('a clock that was set forward and back costs nobody his quota', () => {
  const quotas = new Quotas({ perSecond: 1, burst: 2 });
  const day = 86_400_000;
  expect(quotas.take('seat-01', day)).toBe(true);
  expect(quotas.take('seat-01', 0)).toBe(true);
  expect(quotas.take('seat-01', 0)).toBe(false);
  expect(quotas.take('seat-01', 1_000)).toBe(true);
});
