import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubConfig } from '../../src/hub/config.ts';
import { parseCommand } from '../../src/hub/desk/parse.ts';
import { answerQuery } from '../../src/hub/query/answer.ts';
import { PAGE_BYTES } from '../../src/hub/query/pages.ts';
import { loadConfig } from '../../src/node/config/load.ts';
import { Query, QueryPage } from '../../src/shared/wire/query.ts';
import { CommandReply } from '../../src/shared/wire/reply.ts';
import { instant } from '../../src/shared/wire/time.ts';
import { draft } from '../support/foreign-seat.ts';
import { gather } from '../support/gather.ts';
import { openTestDesk, START, type TestDesk } from '../support/hub-desk.ts';

let room: TestDesk;
beforeEach(async () => {
  room = await openTestDesk();
});
afterEach(() => room.close());

describe('commands as any seat may write them', () => {
  const example = {
    v: 1,
    cmd: '0193f2c4-7a50-7c3e-9d5b-0a1b2c3d4e5f',
    session: 's',
    op: 'ticket.claim',
    target: { type: 'ticket', id: 't' },
    exp: 7,
    args: {},
    madeAt: '2026-11-24T18:00:00.000Z',
  };

  it('are read as the contract has them; unknown fields are passed over', () => {
    expect(parseCommand({ ...example, colour: 'blue' })).toMatchObject({
      ok: true,
      command: { op: 'ticket.claim', exp: 7 },
    });
  });

  it.each([
    [{ ...example, v: 2 }, 'UNSUPPORTED_VERSION', 'v'],
    [{ ...example, exp: '7' }, 'INVALID', 'exp'],
    [{ ...example, madeAt: '2026-11-24 18:00' }, 'INVALID', 'madeAt'],
    [{ ...example, op: 'ticket.close', args: { outcome: 'maybe' } }, 'INVALID', 'args.outcome'],
    [{ ...example, target: undefined }, 'INVALID', 'target'],
  ])('%j is refused with its field', (command, code, field) => {
    expect(parseCommand(command)).toMatchObject({ ok: false, field, reply: { ok: false, code, field } });
  });

  it.each([[null], [7], ['x'], [[]], [{}], [{ v: 1, cmd: 'no uuid' }]])(
    '%j has nobody to answer to',
    (value) => {
      const parsed = parseCommand(value);
      expect(parsed.ok).toBe(false);
      expect(parsed).not.toHaveProperty('reply');
    },
  );
});

/** What is asked of the archives is written down elsewhere. */
const nobody = async () => 'OK' as const;

describe('what the hub answers', () => {
  it('to a command is a reply with the ticket as it is now', async () => {
    const make = await room.signIn('seat-01', 'p-1');
    const id = v7();
    const on = (op: string, exp: number, args: object = {}) =>
      make({ op, target: { type: 'ticket', id }, exp, args });
    const replies = await room.ask(
      'seat-01',
      on('ticket.create', 0, draft()),
      on('ticket.claim', 1),
      on('ticket.claim', 1),
    );
    for (const reply of replies) {
      expect(CommandReply.strict().parse(JSON.parse(JSON.stringify(reply)))).toEqual(reply);
      expect(reply.ticket?.id).toBe(id);
    }
    expect(replies.map(({ code }) => code)).toEqual(['OK', 'OK', 'VERSION_CONFLICT']);
  });

  it('to a query are pages of the schema, complete and small', async () => {
    const make = await room.signIn('seat-01', 'p-1');
    const long = 'é'.repeat(3_000);
    const commands = Array.from({ length: 120 }, () =>
      make({
        op: 'ticket.create',
        target: { type: 'ticket', id: v7() },
        exp: 0,
        args: draft({ description: long }),
      }),
    );
    await room.ask('seat-01', ...commands);
    const ask = async (query: object) => {
      const texts = await gather(
        answerQuery(room.store, Query.parse({ v: 1, query: v7(), ...query }), instant(START), nobody),
      );
      for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(PAGE_BYTES);
      return texts.map((text) => QueryPage.parse(JSON.parse(text)));
    };
    const since = await ask({ type: 'since', epoch: room.store.epoch, since: 20 });
    expect(since.flatMap(({ events }) => events.map(({ seq }) => seq))).toEqual(
      commands.slice(20).map((_, i) => i + 21),
    );
    expect(since.map(({ page }) => page)).toEqual(since.map((_, i) => i));
    expect(since.map(({ more }) => more)).toEqual(since.map((_, i) => i < since.length - 1));
    expect(await ask({ type: 'since', epoch: room.store.epoch, since: 120 })).toMatchObject([
      { ok: true, events: [], head: 120 },
    ]);
    expect(await ask({ type: 'since', epoch: room.store.epoch, since: 121 })).toMatchObject([
      { ok: false, code: 'STALE_EPOCH' },
    ]);
    expect(await ask({ type: 'since', epoch: 'other', since: 0 })).toMatchObject([{ code: 'STALE_EPOCH' }]);
    const snapshot = await ask({ type: 'snapshot' });
    expect(snapshot.flatMap((page) => (page.type === 'snapshot' ? page.tickets : []))).toHaveLength(120);
    expect(snapshot.flatMap(({ events }) => events)).toHaveLength(120);
  });

  it('leaves tickets that were closed more than 72 h ago out of the snapshot', async () => {
    const make = await room.signIn('seat-01', 'p-1');
    const id = v7();
    const on = (op: string, exp: number, args: object = {}) =>
      make({ op, target: { type: 'ticket', id }, exp, args });
    await room.ask(
      'seat-01',
      on('ticket.create', 0, draft()),
      on('ticket.claim', 1),
      on('ticket.close', 2, { outcome: 'unfounded' }),
    );
    const snapshot = async (hours: number) => {
      const query = Query.parse({ v: 1, query: v7(), type: 'snapshot' });
      const pages = await gather(answerQuery(room.store, query, instant(START + hours * 3_600_000), nobody));
      return pages
        .map((text) => QueryPage.parse(JSON.parse(text)))
        .flatMap((page) => (page.type === 'snapshot' ? [...page.tickets, ...page.events] : []))
        .map((row) => ('seq' in row ? row.seq : row.id));
    };
    expect(await snapshot(72)).toEqual([id, 1, 2, 3]);
    expect(await snapshot(73)).toEqual([]);
  });
});

describe('the example configuration', () => {
  const file = join(import.meta.dirname, '../../resources/config/hub.example.yaml');

  it('is valid and names every key that the schema has', () => {
    const config = loadConfig(file, HubConfig);
    expect(config.people).toHaveLength(2);
    const text = readFileSync(file, 'utf8');
    const keys = (value: object): string[] =>
      Object.entries(value).flatMap(([key, inner]) => [
        key,
        ...(inner && typeof inner === 'object' ? keys(inner) : []),
      ]);
    const shape = HubConfig.parse({ mqtt: { brokers: ['mqtt://x'] } });
    for (const key of [...Object.keys(HubConfig.shape), ...keys({ ...shape, mqtt: {}, people: [] })])
      expect(text).toMatch(new RegExp(`\\b${key}:`));
  });

  it('shows the defaults', () => {
    const { mqtt: _mqtt, people: _people, ...shown } = loadConfig(file, HubConfig);
    const { mqtt: _m, people: _p, ...defaults } = HubConfig.parse({ mqtt: { brokers: ['mqtt://x'] } });
    expect(shown).toEqual(defaults);
  });
});
