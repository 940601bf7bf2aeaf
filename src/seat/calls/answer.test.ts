import { expect, test } from 'vitest';
import { instant } from '../../shared/wire/time.ts';
import type { Asking } from '../link/ask-now.ts';
import { answerCall } from './answer.ts';

const NOW = Date.UTC(2026, 10, 24, 2);
const call = { v: 1, id: 'C-1', status: 'answered', rangAt: instant(NOW), since: instant(NOW) };

/** A seat whose hub gives this answer; keeps what was asked. */
function seat(reply: object | undefined, more: Partial<Asking> = {}) {
  const asked: Record<string, unknown>[] = [];
  const on = {
    session: { current: () => ({ session: 's-1', person: { id: 'p-1' } }), offline: false, over: () => {} },
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
  return { asked, answer: () => answerCall('C-1', on) };
}

test('asks by the hub’s clock, to be judged at once', async () => {
  const { asked, answer } = seat({ ok: true, code: 'OK', ticket: { id: 'T-1' } });
  expect(await answer()).toEqual({ kind: 'answered', ticket: 'T-1' });
  expect(asked).toMatchObject([
    { op: 'call.answer', madeAt: instant(NOW - 60_000), expiresAt: instant(NOW - 56_000) },
  ]);
});

test.each([
  ['somebody was faster', { ok: false, code: 'BAD_STATE', call }, { kind: 'taken', call }],
  ['it is over', { ok: false, code: 'NOT_FOUND' }, { kind: 'refused', code: 'NOT_FOUND' }],
  ['nobody answers', undefined, { kind: 'refused', code: 'SILENCE' }],
])('says when %s', async (_name, reply, told) => expect(await seat(reply).answer()).toEqual(told));

test('without the hub, or on a session that the hub does not know, nothing is sent: it would come late', async () => {
  for (const more of [
    { hubUp: () => false },
    { session: { current: () => ({}), offline: true, over: () => {} } as never },
  ]) {
    const { asked, answer } = seat({ ok: true, code: 'OK' }, more);
    expect(await answer()).toEqual({ kind: 'refused', code: 'NO_HUB' });
    expect(asked).toEqual([]);
  }
});
