import { expect, test } from 'vitest';
import type { Attachment } from '../../../shared/attachment/model.ts';
import { standingOf } from './standing.ts';

const file = { size: 1_000, seat: 'seat-02' } as Attachment;
const held = { ...file, heldAt: '2026-11-24T03:00:00.000Z' } as Attachment;

test.each([
  ['kept here, nothing sent', file, 0, true, false, { kind: 'waiting' }],
  ['kept here without the room', file, 0, true, true, { kind: 'waiting' }],
  ['a part of it there', file, 409, true, false, { kind: 'sending', percent: 40 }],
  ['all of it there, not checked', file, 1_000, true, false, { kind: 'sending', percent: 99 }],
  ['held, and this seat has not heard so', held, 300, true, false, { kind: 'held' }],
  ['held, to be fetched', held, undefined, false, false, { kind: 'held' }],
  ['held, not here, without the room', held, undefined, false, true, { kind: 'away' }],
  ['held and here, without the room', held, undefined, true, true, { kind: 'held' }],
  ['on its way from another seat', file, undefined, false, false, { kind: 'coming', seat: 'seat-02' }],
])('%s', (_what, one, sent, isHere, lost, wanted) => {
  expect(standingOf(one, sent, isHere, lost)).toEqual(wanted);
});
