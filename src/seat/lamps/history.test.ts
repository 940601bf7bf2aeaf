import { deflateRawSync } from 'node:zlib';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { SessionId } from '../../shared/ids.ts';
import { differing, emptyColumns, type HistoryBlock, HOUR_MS } from '../../shared/lamp/history/block.ts';
import { packBlock, readBlock } from '../../shared/lamp/history/pack.ts';
import { LampHistoryQuery } from '../../shared/wire/lamp-history.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Session } from '../session/session.ts';
import { askLampHistory } from './history.ts';

const FROM = 493_000 * HOUR_MS;
const columns = emptyColumns(2);
const block: HistoryBlock = {
  from: FROM,
  step: 1,
  dictVersion: 1,
  key: columns,
  slots: [differing(3, columns, columns)],
};
const bytes = deflateRawSync(packBlock(block)).toString('base64');
const hour = (district: string, more: object = {}) => ({ district, at: instant(FROM), bytes, ...more });

let seat: SeatParts;
let hubUp: boolean;
let signedIn: boolean;
beforeEach(() => {
  seat = seatParts();
  hubUp = true;
  signedIn = true;
});
afterEach(() => seat.dispose());

/** A hub that answers each question with these pages. */
const answering = (pages: readonly object[]) => {
  const asked: LampHistoryQuery[] = [];
  seat.link.onPublish = ({ topic, text }) => {
    if (topic !== 'room/v1/query/seat-01') return;
    const query = LampHistoryQuery.parse(JSON.parse(text));
    asked.push(query);
    for (const [page, said] of pages.entries())
      seat.link.say('room/v1/rsp/seat-01', {
        v: 1,
        query: query.query,
        type: 'lampHistory',
        ok: true,
        code: 'OK',
        epoch: 'epoch-1',
        head: 1,
        page,
        more: page + 1 < pages.length,
        hours: [],
        passages: [],
        ...said,
      });
  };
  return asked;
};
const ask = () =>
  askLampHistory(
    { from: FROM, to: FROM + HOUR_MS },
    {
      room: seat.room,
      letters: seat.letters,
      session: {
        current: () =>
          signedIn ? ({ session: SessionId.parse(v7()) } as ReturnType<Session['current']>) : undefined,
      },
      hubUp: () => hubUp,
      table: { district: (id) => (id === '01' ? ({ slot: 4 } as never) : undefined) },
    },
  );

test('gathers the pages, and hands over blocks by the slots of this seat', async () => {
  const passages = [{ district: '01', at: instant(FROM), minutes: 60, streets: { 'rue Monge': 9 } }];
  const asked = answering([{ hours: [hour('01')] }, { passages }]);
  const answer = await ask();
  expect(asked).toMatchObject([{ from: instant(FROM), to: instant(FROM + HOUR_MS) }]);
  expect(answer).toMatchObject({ kind: 'found', passages, unread: 0, hours: [{ slot: 4 }] });
  if (answer.kind === 'found') expect(readBlock(answer.hours[0]!.bytes)).toEqual(block);
});

test('what can’t be read, or is of another hour than it says, is counted and said, and costs no other hour', async () => {
  const cut = bytes.slice(0, 8);
  const other = hour('01', { at: instant(FROM + HOUR_MS) });
  answering([{ hours: [hour('01', { bytes: cut }), other, hour('99'), hour('01')] }]);
  const answer = await ask();
  expect(answer).toMatchObject({ kind: 'found', unread: 3 });
  if (answer.kind === 'found') expect(answer.hours).toHaveLength(1);
  expect(seat.rejected()).toEqual({ 'room/v1/rsp/+ schema hours.bytes': 2 });
});

test('a refusal is told by its code', async () => {
  answering([{ ok: false, code: 'FORBIDDEN' }]);
  expect(await ask()).toEqual({ kind: 'refused', code: 'FORBIDDEN' });
});

test('without the hub, or with nobody signed in, nothing is asked', async () => {
  const asked = answering([{}]);
  hubUp = false;
  expect(await ask()).toEqual({ kind: 'away' });
  signedIn = false;
  expect(await ask()).toEqual({ kind: 'noSession' });
  expect(asked).toEqual([]);
});
