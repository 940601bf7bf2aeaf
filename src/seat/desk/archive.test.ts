import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { Query } from '../../shared/wire/query.ts';
import { recallTicket, searchArchive } from './archive.ts';

let parts: SeatParts;
let asked: Query[];
/** the hub's answer to whatever it is asked */
let code: string;
beforeEach(() => {
  parts = seatParts();
  asked = [];
  code = 'OK';
  parts.link.onPublish = ({ topic, text }) => {
    if (!topic.startsWith('room/v1/query/')) return;
    const { query, type } = asked[asked.push(Query.parse(JSON.parse(text))) - 1]!;
    const page = { v: 1, query, type, ok: code === 'OK', code, epoch: 'e', head: 9, page: 0, more: false };
    parts.link.say(`room/v1/rsp/${parts.room.seat}`, { ...page, tickets: [], events: [] });
  };
});
afterEach(() => parts.dispose());

const on = (session: string | undefined) => ({
  room: parts.room,
  letters: parts.letters,
  hubUp: () => true,
  session: () => (session === undefined ? undefined : { session: session as never }),
});

it('asks the archives in the name of who sits here', async () => {
  expect(await searchArchive({ text: 'tag' }, on('s-1'))).toEqual({ kind: 'found', tickets: [] });
  await recallTicket({ ticket: 'T-1' }, on('s-1'));
  expect(asked).toMatchObject([
    { type: 'search', session: 's-1', text: 'tag' },
    { type: 'ticket', session: 's-1', ticket: 'T-1' },
  ]);
});

it('says that it was refused, and asks nothing where nobody sits', async () => {
  code = 'FORBIDDEN';
  expect(await searchArchive({ text: 'tag' }, on('s-1'))).toEqual({ kind: 'refused' });
  expect(await recallTicket({ ticket: 'T-1' }, on('s-1'))).toEqual({ kind: 'refused' });
  expect(await searchArchive({ text: 'tag' }, on(undefined))).toEqual({ kind: 'refused' });
  expect(asked).toHaveLength(2);
});
