import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { LEAVES_LIGHT } from '../../shared/advice/leave-light.ts';
import { SessionId } from '../../shared/ids.ts';
import { Command } from '../../shared/wire/command.ts';
import { CommandReply } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Session } from '../session/session.ts';
import { commandLamps } from './command.ts';

const START = Date.UTC(2026, 10, 24, 2);
const session = SessionId.parse(v7());
const current = () => ({ session }) as ReturnType<Session['current']>;

/** A hub that answers by what a command names. */
function hub(answer: (command: Extract<Command, { op: 'lamp.set' }>, nth: number) => object | undefined) {
  const heard: Extract<Command, { op: 'lamp.set' }>[] = [];
  let now = START;
  const on = {
    session: { current, offline: false, over: () => {} },
    hubUp: () => true,
    clockOffset: () => 0,
    now: () => now,
    settled: async () => {},
    letters: {
      ask: async (_to: string, cmd: string, content: unknown) => {
        now += 1_000;
        const command = Command.parse(content);
        if (command.op !== 'lamp.set') throw new Error(command.op);
        heard.push(command);
        const said = answer(command, heard.length);
        return said && CommandReply.parse({ v: 1, cmd, ...said });
      },
    },
  };
  return { on, heard };
}
const lamps = Array.from({ length: 1_200 }, (_, n) => `LMP-${n}`);
const wish = { kind: 'set', lamps, level: 0.5, minutes: 30, motive: 'ronde' } as const;
const ok = { ok: true, code: 'OK' };

test('a scene is commanded part by part, all with one end, and what is refused of it is counted over all parts', async () => {
  const { on, heard } = hub((_, nth) => (nth === 2 ? { ok: false, code: 'FORBIDDEN' } : ok));
  const parts = [
    { lamps: lamps.slice(0, 10), level: 1 },
    { lamps: lamps.slice(10, 40), level: 0.3 },
    { lamps: lamps.slice(40, 45), level: 0.6 },
  ];
  const answer = await commandLamps({ kind: 'scene', parts, minutes: 30, motive: 'feu' }, on);
  expect(heard.map(({ target, args }) => [target.ids.length, args.level])).toEqual([
    [10, 1],
    [30, 0.3],
  ]);
  expect(new Set(heard.map(({ args }) => args.until)).size).toBe(1);
  expect(answer).toEqual({ kind: 'partly', left: 35, code: 'FORBIDDEN' });
});

test('more lamps than a command names are several commands with one end', async () => {
  const { on, heard } = hub(() => ok);
  expect(await commandLamps({ ...wish, lamps: [...lamps] }, on)).toEqual({ kind: 'done' });
  expect(heard.map(({ target }) => target.ids.length)).toEqual([500, 500, 200]);
  expect(heard.flatMap(({ target }) => target.ids)).toEqual(lamps);
  expect(new Set(heard.map(({ args }) => args.until))).toEqual(new Set([instant(START + 30 * 60_000)]));
  expect(new Set(heard.map(({ cmd }) => cmd)).size).toBe(3);
});

test('a perimeter stops its own lamps, any other refusal all that follow; both are counted', async () => {
  const gas = { ok: false, code: 'BAD_STATE', field: LEAVES_LIGHT };
  const perimeter = hub((_, nth) => (nth === 2 ? gas : ok));
  expect(await commandLamps({ ...wish, lamps: [...lamps] }, perimeter.on)).toMatchObject({
    kind: 'partly',
    left: 500,
    code: 'BAD_STATE',
  });
  expect(perimeter.heard).toHaveLength(3);
  const forbidden = { ok: false, code: 'FORBIDDEN', field: 'role' };
  const ended = hub((_, nth) => (nth === 2 ? forbidden : ok));
  expect(await commandLamps({ ...wish, lamps: [...lamps] }, ended.on)).toMatchObject({ left: 700 });
  expect(ended.heard).toHaveLength(2);
  const never = hub(() => undefined);
  expect(await commandLamps({ ...wish, lamps: [...lamps] }, never.on)).toEqual({
    kind: 'refused',
    code: 'NO_ANSWER',
  });
});
