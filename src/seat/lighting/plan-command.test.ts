import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedPlan } from '../../../tests/support/plan.ts';
import { CommandId, SessionId } from '../../shared/ids.ts';
import { LightingPlan } from '../../shared/lighting/model.ts';
import { Command } from '../../shared/wire/command.ts';
import { CommandReply } from '../../shared/wire/reply.ts';
import type { Session } from '../session/session.ts';
import { commandPlan } from './plan-command.ts';

const NOW = Date.UTC(2026, 10, 24, 2);
const session = SessionId.parse(v7());
const plan = LightingPlan.parse({ ...parse(shippedPlan()), version: 2 });
const cmd = CommandId.parse(v7());
const wish = { kind: 'publish', cmd, plan, base: 1, motive: 'essai' } as const;

/** @param said what the hub replies; undefined: nothing */
function seat(said?: object, hubUp = true) {
  const heard: Command[] = [];
  const on = {
    session: {
      current: () => ({ session }) as ReturnType<Session['current']>,
      offline: false,
      over: () => {},
    },
    hubUp: () => hubUp,
    clockOffset: () => 0,
    now: () => NOW,
    letters: {
      ask: async (_to: string, cmd: string, content: unknown) => {
        heard.push(Command.parse(content));
        return said && CommandReply.parse({ v: 1, cmd, ...said });
      },
    },
  };
  return { on, heard };
}

test('a plan goes with the version that its author saw and an end of half a minute', async () => {
  const { on, heard } = seat({ ok: true, code: 'OK' });
  expect(await commandPlan(wish, on)).toEqual({ kind: 'done', version: 2 });
  expect(heard).toMatchObject([
    { cmd, op: 'lightingPlan.publish', exp: 1, motive: 'essai', expiresAt: '2026-11-24T02:00:30.000Z' },
  ]);
});

test('it is refused at once without the hub; without an answer nobody can say', async () => {
  const away = seat(undefined, false);
  expect(await commandPlan(wish, away.on)).toEqual({ kind: 'refused', code: 'NO_HUB' });
  expect(away.heard).toEqual([]);
  expect(await commandPlan(wish, seat().on)).toEqual({ kind: 'refused', code: 'NO_ANSWER' });
});

test('who was slower is told which version is in force, and a plan with a fault is not sent', async () => {
  const lightingPlan = {
    version: 2,
    since: '2026-11-24T01:59:00.000Z',
    by: { kind: 'person', person: 'p-4', name: 'Claude Meunier' },
  };
  const slower = seat({ ok: false, code: 'VERSION_CONFLICT', lightingPlan });
  expect(
    await commandPlan({ kind: 'restore', cmd, version: 1, base: 2, motive: 'essai' }, slower.on),
  ).toMatchObject({
    code: 'VERSION_CONFLICT',
    inForce: { version: 2 },
  });
  const faulty = seat({ ok: true, code: 'OK' });
  const wrong = { ...wish, plan: { ...plan, calendars: [] } };
  expect(await commandPlan(wrong, faulty.on)).toMatchObject({
    code: 'INVALID',
    field: 'args.plan.calendars',
  });
  expect(faulty.heard).toEqual([]);
});
