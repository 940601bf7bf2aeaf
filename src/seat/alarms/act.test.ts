import { expect, test, vi } from 'vitest';
import type { AlarmAct } from '../../shared/ipc/alarm.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Asking } from '../link/ask-now.ts';
import { actOnAlarm } from './act.ts';

const NOW = Date.UTC(2026, 10, 24, 2);
const WISH: AlarmAct = {
  op: 'alarm.shelve',
  alarm: 'cabinet:ARM-1',
  exp: 3,
  args: { minutes: 30 },
  motive: 'Travaux rue Monge',
};

/** A seat whose hub gives this answer; keeps what was asked. */
function seat(reply: object | undefined, more: Partial<Asking> = {}) {
  const asked: Record<string, unknown>[] = [];
  const over = vi.fn();
  const on = {
    session: { current: () => ({ session: 's-1', person: { id: 'p-1' } }), offline: false, over },
    letters: {
      ask: async (_kind: string, cmd: string, letter: Record<string, unknown>) => {
        asked.push(letter);
        return reply && { v: 1, cmd, ...reply };
      },
    },
    hubUp: () => true,
    clockOffset: () => 60_000,
    now: () => NOW,
    ...more,
  } as unknown as Asking;
  return { asked, over, act: (wish: Partial<AlarmAct> = {}) => actOnAlarm({ ...WISH, ...wish }, on) };
}

test('asks what is wished on the version that was seen, by the hub’s clock', async () => {
  const { asked, act } = seat({ ok: true, code: 'OK' });
  expect(await act()).toEqual({ kind: 'done' });
  expect(asked).toMatchObject([
    {
      op: 'alarm.shelve',
      session: 's-1',
      target: { type: 'alarm', id: 'cabinet:ARM-1' },
      exp: 3,
      args: { minutes: 30 },
      motive: 'Travaux rue Monge',
      madeAt: instant(NOW - 60_000),
      expiresAt: instant(NOW - 57_000),
    },
  ]);
});

test('where the hub’s clock is not known it says no end by it: the broker alone lets it expire', async () => {
  const { asked, act } = seat({ ok: true, code: 'OK' }, { clockOffset: () => undefined });
  await act();
  expect(asked[0]).toMatchObject({ madeAt: instant(NOW) });
  expect(asked[0]).not.toHaveProperty('expiresAt');
});

test('what the hub refuses is refused; a session that it does not know is over', async () => {
  const late = seat({ ok: false, code: 'VERSION_CONFLICT' });
  expect(await late.act()).toEqual({ kind: 'refused', code: 'VERSION_CONFLICT', field: undefined });
  expect(late.over).not.toHaveBeenCalled();
  const ended = seat({ ok: false, code: 'FORBIDDEN', field: 'session' });
  expect(await ended.act()).toMatchObject({ code: 'FORBIDDEN' });
  expect(ended.over).toHaveBeenCalledWith('s-1');
});

test('a shelf without a motive is refused before it is sent', async () => {
  const { asked, act } = seat({ ok: true, code: 'OK' });
  expect(await act({ motive: '' })).toEqual({ kind: 'refused', code: 'INVALID', field: 'motive' });
  expect(asked).toEqual([]);
});

test('nothing is sent without the hub or a session that it knows: late it would hide what nobody has seen', async () => {
  for (const more of [
    { hubUp: () => false },
    { session: { current: () => ({}), offline: true, over: () => {} } as never },
  ]) {
    const { asked, act } = seat({ ok: true, code: 'OK' }, more);
    expect(await act()).toEqual({ kind: 'unanswered' });
    expect(asked).toEqual([]);
  }
  expect(await seat(undefined).act()).toEqual({ kind: 'unanswered' });
});
