import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draft } from '../../../tests/support/foreign-seat.ts';
import { openTestDesk, type TestDesk } from '../../../tests/support/hub-desk.ts';
import { picture, refOf } from '../../../tests/support/picture.ts';
import { SeatId } from '../../shared/ids.ts';
import { BlobRequest } from '../../shared/wire/blob.ts';
import { instant } from '../../shared/wire/time.ts';
import { type Get, givePiece } from './give.ts';
import { dropReferencesOf } from './references.ts';
import { type Put, takePiece } from './take.ts';

const photo = picture(1_000);
const ref = refOf(photo);
const seat = SeatId.parse('seat-01');

let room: TestDesk;
let make: Awaited<ReturnType<TestDesk['signIn']>>;
let session: string;
beforeEach(async () => {
  room = await openTestDesk();
  make = await room.signIn('seat-01', 'p-1');
  session = String(make({}).session);
});
afterEach(() => room.close());

const on = (op: string, id: string, args: object, exp = 0) =>
  make({ op, target: { type: 'ticket', id }, exp, args, motive: 'mauvaise intervention' });
async function open(): Promise<string> {
  const id = v7();
  await room.ask('seat-01', on('ticket.create', id, draft()));
  return id;
}
async function attach(id: string, file: object = ref) {
  const command = on('ticket.attach', id, file);
  const [reply] = await room.ask('seat-01', command);
  return { cmd: command.cmd, reply };
}
const put = (offset: number, bytes: Uint8Array, of = ref, from = seat) =>
  room.store.write((unit) =>
    takePiece(
      unit,
      from,
      BlobRequest.parse({
        v: 1,
        blob: v7(),
        op: 'blob.put',
        sha256: of.sha256,
        size: of.size,
        offset,
        bytes: Buffer.from(bytes).toString('base64'),
      }) as Put,
      instant(room.clock.now),
    ),
  );
const get = (ticket: string, attachment: string, offset = 0, by = session, from = seat) =>
  room.store.write((unit) =>
    givePiece(
      unit,
      BlobRequest.parse({ v: 1, blob: v7(), op: 'blob.get', session: by, ticket, attachment, offset }) as Get,
      { seat: from, at: instant(room.clock.now) },
      room.people,
    ),
  );
async function fetch(ticket: string, attachment: string): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  while (bytes.length < ref.size) {
    const said = await get(ticket, attachment, bytes.length);
    expect(said.code).toBe('OK');
    bytes = Buffer.concat([bytes, Buffer.from(said.bytes!, 'base64')]);
  }
  return bytes;
}
const rows = async (table: 'blob' | 'blob_piece' | 'attachment') =>
  (await room.store.db.selectFrom(table).selectAll().execute()).length;

it('takes bytes only of what a ticket refers to', async () => {
  expect(await put(0, photo)).toEqual({ code: 'NOT_FOUND' });
  const id = await open();
  await attach(id);
  expect(await put(0, photo, { ...ref, size: ref.size + 1 })).toEqual({ code: 'NOT_FOUND' });
  expect(await put(0, photo)).toEqual({ code: 'OK', have: ref.size });
});

it('says that the room has a file once the whole is checked, and gives the same bytes', async () => {
  const id = await open();
  const { cmd } = await attach(id);
  expect(await get(id, cmd)).toMatchObject({ code: 'BAD_STATE' });
  expect(await put(0, photo.subarray(0, 400))).toEqual({ code: 'OK', have: 400 });
  expect(await put(0, new Uint8Array())).toEqual({ code: 'OK', have: 400 });
  expect(await put(500, photo.subarray(500))).toEqual({ code: 'BAD_STATE', field: 'offset', have: 400 });
  expect(await put(400, photo.subarray(400))).toEqual({ code: 'OK', have: ref.size });
  expect(await fetch(id, cmd)).toEqual(photo);
  const last = (await room.events()).at(-1);
  expect(last).toMatchObject({ type: 'ticket.fileHeld', subject: 'photo.png', target: { id } });
  expect(last?.patch.attachments).toMatchObject([{ cmd, heldAt: instant(room.clock.now) }]);
});

it('however pieces come, twice, out of order, with wrong bytes or by two seats: it has the file whole, or says what is wrong', async () => {
  const id = await open();
  const { cmd } = await attach(id);
  const deed = fc.record({
    from: fc.constantFrom('seat-01', 'seat-02'),
    offset: fc.integer({ min: 0, max: ref.size }),
    follows: fc.boolean(),
    length: fc.integer({ min: 1, max: 500 }),
    wrong: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
      const have = new Map<string, number>();
      for (const { from, offset, follows, length, wrong } of deeds) {
        const at = follows ? (have.get(from) ?? 0) : offset;
        const bytes = photo.subarray(at, at + length);
        const sent = wrong ? Uint8Array.from(bytes, (byte) => byte ^ 1) : bytes;
        const said = await put(at, sent, ref, SeatId.parse(from));
        expect(['OK', 'BAD_STATE', 'INVALID']).toContain(said.code);
        have.set(from, said.have!);
        if (said.have === ref.size) break;
      }
      for (let reached = (await put(0, new Uint8Array())).have!; reached < ref.size; ) {
        const said = await put(reached, photo.subarray(reached, reached + 300));
        // What was wrong before is found at the end: then it begins anew.
        expect(said.code === 'OK' || (said.field === 'sha256' && said.have === 0)).toBe(true);
        reached = said.have!;
      }
      expect(await fetch(id, cmd)).toEqual(photo);
      await room.store.write(async ({ tx }) => {
        for (const table of ['blob', 'blob_piece'] as const) await tx.deleteFrom(table).execute();
      });
    }),
    { numRuns: 15 },
  );
});

describe('refuses', () => {
  it('what is another kind of file than was said, judged by its bytes', async () => {
    const id = await open();
    const page = Buffer.from('<script>alert(1)</script>');
    await attach(id, { ...refOf(page), name: 'photo.png' });
    expect(await put(0, page, refOf(page))).toEqual({ code: 'INVALID', field: 'type', have: 0 });
    expect(await rows('blob_piece')).toBe(0);
  });

  it('a file larger than the room lets in, one too many, and a piece beyond the end', async () => {
    const id = await open();
    const large = await attach(id, { ...ref, size: 10_000_000 + 1 });
    expect(large.reply).toMatchObject({ code: 'INVALID', field: 'args.size' });
    for (let n = 0; n < 20; n++) expect((await attach(id)).reply?.code).toBe('OK');
    expect((await attach(id)).reply).toMatchObject({ code: 'BAD_STATE', field: 'attachments' });
    expect(await put(ref.size - 1, photo.subarray(0, 5))).toMatchObject({ code: 'INVALID', field: 'size' });
  });

  it('to give it to who has no session there, whose role it is not, or who names another ticket', async () => {
    const [id, other] = [await open(), await open()];
    const { cmd } = await attach(id);
    await put(0, photo);
    expect(await get(id, cmd, 0, v7())).toMatchObject({ code: 'FORBIDDEN', field: 'session' });
    expect(await get(id, cmd, 0, session, SeatId.parse('seat-02'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await get(other, cmd)).toMatchObject({ code: 'NOT_FOUND' });
    const it = await room.signIn('seat-09', 'p-5');
    expect(await get(id, cmd, 0, String(it({}).session), SeatId.parse('seat-09'))).toEqual({
      code: 'FORBIDDEN',
    });
  });
});

it('journals who read which file, refused or not, once for a file', async () => {
  const id = await open();
  const { cmd } = await attach(id);
  await put(0, photo.subarray(0, 500));
  await put(500, photo.subarray(500));
  await fetch(id, cmd);
  await get(id, cmd, 0, v7());
  const found = await room.store.db
    .selectFrom('journal')
    .select('json')
    .where('action', '=', 'blob.get')
    .execute();
  expect(found.map(({ json }) => JSON.parse(json))).toMatchObject([
    { seat, person: 'p-1', target: `ticket:${id}`, payload: { code: 'OK', attachment: cmd } },
    { seat, target: `ticket:${id}`, payload: { code: 'FORBIDDEN', attachment: cmd } },
  ]);
});

describe('bytes go', () => {
  it('with the last ticket that refers to them, and are there at once for another that does', async () => {
    const [id, other] = [await open(), await open()];
    const { cmd } = await attach(id);
    await put(0, photo);
    const again = await attach(other);
    expect(again.reply?.ticket?.attachments).toMatchObject([{ heldAt: instant(room.clock.now) }]);
    await room.ask('seat-01', on('ticket.detach', id, { attachment: cmd }));
    expect(await fetch(other, again.cmd)).toEqual(photo);
    await room.ask('seat-01', on('ticket.detach', other, { attachment: again.cmd }));
    expect([await rows('attachment'), await rows('blob'), await rows('blob_piece')]).toEqual([0, 0, 0]);
    expect(await put(0, photo)).toEqual({ code: 'NOT_FOUND' });
  });

  it('and what had come of a file that was taken off meanwhile', async () => {
    const id = await open();
    const { cmd } = await attach(id);
    await put(0, photo.subarray(0, 100));
    await room.ask('seat-01', on('ticket.detach', id, { attachment: cmd }));
    expect(await rows('blob_piece')).toBe(0);
  });

  it('when the retention of their ticket ends', async () => {
    const id = await open();
    await attach(id);
    await put(0, photo);
    await room.store.write(({ tx }) => dropReferencesOf(tx, [id]));
    expect([await rows('attachment'), await rows('blob'), await rows('blob_piece')]).toEqual([0, 0, 0]);
  });
});
