import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { picture, refOf } from '../../../tests/support/picture.ts';
import { type SeatParts, seatParts } from '../../../tests/support/seat-parts.ts';
import { ticket as sample } from '../../../tests/support/ticket.ts';
import { until } from '../../../tests/support/until.ts';
import type { Attachment, Sha256 } from '../../shared/attachment/model.ts';
import { PIECE_BYTES, placePiece } from '../../shared/attachment/pieces.ts';
import type { DeskSnapshot } from '../../shared/ipc/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { BlobReply, BlobRequest } from '../../shared/wire/blob.ts';
import { instant } from '../../shared/wire/time.ts';
import { topics } from '../../shared/wire/topic.ts';
import { FileStore } from './file-store.ts';
import { Files } from './files.ts';

const photo = picture(PIECE_BYTES * 2 + 1_000);
const ref = refOf(photo);
const ticket = (attachments: readonly object[]) => sample('T-1', { attachments });
const attached = (more: object = {}) =>
  ({ ...ref, cmd: v7(), person: 'p-1', seat: 'seat-01', at: instant(0), ...more }) as Attachment;

/** A hub that has so much of the file, and answers as the contract says. */
class Hub {
  have = 0;
  refers = true;
  answering = true;
  readonly heard: BlobRequest[] = [];

  answer(asked: BlobRequest): Omit<BlobReply, 'v' | 'blob' | 'ok'> {
    this.heard.push(asked);
    if (!this.refers) return { code: 'NOT_FOUND' };
    if (asked.op === 'blob.get') {
      const bytes = photo.subarray(asked.offset, asked.offset + PIECE_BYTES).toString('base64');
      return this.have === photo.length ? { code: 'OK', bytes } : { code: 'BAD_STATE' };
    }
    const bytes = Buffer.from(asked.bytes, 'base64');
    expect(bytes).toEqual(photo.subarray(asked.offset, asked.offset + bytes.length));
    const placed = placePiece(this.have, asked.size, asked.offset, bytes.length);
    if (placed.kind === 'next') this.have = placed.have;
    return { code: placed.kind === 'gap' ? 'BAD_STATE' : 'OK', have: this.have };
  }
}

let seat: SeatParts;
let hub: Hub;
let files: Files;
let up: boolean;
let signedIn: boolean;
let journal: object[];
let journalTakes: boolean;
let tickets: Ticket[];
let outbox: { op: string; args: object }[];

function start(): Files {
  const desk = {
    act: async (wish: { op: string; args: object }) => {
      // Bytes are on disk before the command is.
      const { sha256 } = wish.args as Attachment;
      expect(readdirSync(join(seat.folder, 'files', 'outgoing'))).toContain(sha256);
      outbox.push(wish);
      return { kind: 'kept', cmd: v7() } as const;
    },
    expected: () => tickets[0],
    snapshot: () => ({ tickets, outbox, intents: [], lastSeq: 0 }) as unknown as DeskSnapshot,
  };
  const person = { v: 1, id: 'p-1', name: 'Camille Petit', role: 'operator', domains: [] } as never;
  return new Files({
    folder: seat.folder,
    letters: seat.letters,
    desk,
    session: {
      current: () => (signedIn ? ({ session: 's', person, role: 'operator' } as never) : undefined),
      offline: false,
      over: () => {},
    },
    people: { get: () => person },
    journal: { record: (fact) => journalTakes && journal.push(fact) > 0 },
    data: { get: () => undefined },
    push: () => {},
    hubUp: () => up,
    now: seat.now,
    random: () => 0,
  });
}

beforeEach(() => {
  seat = seatParts();
  hub = new Hub();
  [up, signedIn, journalTakes] = [false, true, true];
  [journal, tickets, outbox] = [[], [ticket([])], []];
  seat.link.onPublish = ({ topic, text }) => {
    if (topic !== topics.blob('seat-01') || !hub.answering) return;
    const asked = JSON.parse(text) as BlobRequest;
    const said = hub.answer(asked);
    const reply = { v: 1, blob: asked.blob, ok: said.code === 'OK', ...said };
    queueMicrotask(() => seat.link.say(topics.reply('seat-01'), reply));
  };
  files = start();
});
afterEach(() => {
  files.close();
  seat.dispose();
});

const add = () => files.add({ ticket: 'T-1', name: 'C:\\photos\\photo.png', bytes: photo });
const online = async () => {
  up = true;
  await files.hubUp();
};
const delivered = () => until('the room has it', () => files.view().outgoing.length === 0);

it('keeps the bytes, then the command, with a name that is clean', async () => {
  expect(await add()).toEqual({ kind: 'kept' });
  expect(outbox).toMatchObject([{ op: 'ticket.attach', ticket: 'T-1', args: { ...ref, name: 'photo.png' } }]);
  expect(files.view()).toEqual({
    outgoing: [{ sha256: ref.sha256, size: ref.size, sent: 0 }],
    here: [ref.sha256],
  });
});

it('brings it in pieces once the hub is there, and keeps it at hand', async () => {
  await add();
  await online();
  await delivered();
  expect(hub.have).toBe(ref.size);
  expect(files.view().here).toEqual([ref.sha256]);
});

it('goes on where it was, after a link lost in the midst and another life of the engine', async () => {
  await add();
  hub.have = PIECE_BYTES;
  hub.answering = false;
  await online();
  await until('it was asked', () => seat.link.published.length > 0);
  files.hubLost();
  files.close();
  writeFileSync(join(seat.folder, 'files', 'outgoing', 'unfinished-1'), 'x');
  files = start();
  expect(files.view().outgoing).toMatchObject([{ sha256: ref.sha256, size: ref.size }]);
  expect(readdirSync(join(seat.folder, 'files', 'outgoing'))).toEqual([ref.sha256]);
  hub.answering = true;
  await online();
  await delivered();
  const offsets = hub.heard.flatMap((asked) =>
    asked.op === 'blob.put' && asked.bytes ? [asked.offset] : [],
  );
  expect(offsets).toEqual([PIECE_BYTES, PIECE_BYTES * 2]);
});

it('brings what was added while another was on its way', async () => {
  const note = Buffer.from('vu par le voisin');
  const other = { ...refOf(note), type: 'text/plain' };
  const offered = hub.answer.bind(hub);
  hub.answer = (asked) =>
    asked.op === 'blob.put' && asked.sha256 === other.sha256
      ? { code: 'OK', have: note.length }
      : offered(asked);
  await add();
  await online();
  await until('it is on its way', () => hub.have > 0);
  await files.add({ ticket: 'T-1', name: 'note.txt', bytes: note });
  await delivered();
});

it('waits for the command before it gives up a file that the hub knows nothing of', async () => {
  await add();
  hub.refers = false;
  await online();
  await until('it was asked', () => hub.heard.length > 0);
  expect(files.view().outgoing).toHaveLength(1);
  // The command was refused, and somebody has seen so.
  outbox = [];
  await until('nobody wants it', () => files.view().outgoing.length === 0);
});

it('brings again what the room says it has not got, as after it was restored from a backup', async () => {
  await add();
  await online();
  await delivered();
  tickets = [ticket([attached()])];
  hub.have = 0;
  await files.hubUp();
  await until('it is brought again', () => hub.have === ref.size);
});

describe('refuses before anything is kept', () => {
  const limits = { fileBytes: 10_000_000, perTicket: 20 };
  it.each([
    ['a program', Buffer.from('MZ\x90\x00'), [], { why: 'type' }],
    ['nothing', Buffer.alloc(0), [], { why: 'empty' }],
    ['what is too large', picture(limits.fileBytes + 1), [], { why: 'large', limit: limits.fileBytes }],
    [
      'one too many',
      photo,
      Array.from({ length: 20 }, () => attached({ sha256: 'a'.repeat(64) })),
      { why: 'many', limit: 20 },
    ],
    ['the same again', photo, [attached()], { why: 'twice' }],
  ])('%s', async (_what, bytes, standing, wanted) => {
    tickets = [ticket(standing)];
    expect(await files.add({ ticket: 'T-1', name: 'x', bytes })).toEqual({ kind: 'refused', ...wanted });
    expect(files.view().here).toEqual([]);
    expect(outbox).toEqual([]);
  });

  it('what the disk does not take', async () => {
    // A file where its folder should be stands for a disk that takes nothing: this account may write everywhere.
    files.close();
    seat.dispose();
    seat = seatParts();
    writeFileSync(join(seat.folder, 'files'), '');
    files = start();
    expect(await add()).toEqual({ kind: 'refused', why: 'disk' });
    expect(outbox).toEqual([]);
  });
});

describe('opening', () => {
  const open = () => files.open({ ticket: 'T-1', attachment: attached() });

  it('what is here needs no hub, and is in the journal first', async () => {
    await add();
    const opened = await open();
    expect(opened).toMatchObject({ kind: 'open' });
    expect(Buffer.from((opened as { bytes: Uint8Array }).bytes)).toEqual(photo);
    expect(journal).toMatchObject([{ action: 'blob.get', target: 'ticket:T-1', person: 'p-1' }]);
    journalTakes = false;
    expect(await open()).toEqual({ kind: 'refused', code: 'RETRY' });
    signedIn = false;
    expect(await open()).toEqual({ kind: 'refused', code: 'NO_SESSION' });
  });

  it('what is not here is said to be away, on its way, gone or silent, and fetched once', async () => {
    expect(await open()).toEqual({ kind: 'away' });
    up = true;
    expect(await open()).toEqual({ kind: 'coming' });
    hub.refers = false;
    expect(await open()).toEqual({ kind: 'gone' });
    [hub.refers, hub.have] = [true, photo.length];
    const opened = await open();
    expect(Buffer.from((opened as { bytes: Uint8Array }).bytes)).toEqual(photo);
    const asked = hub.heard.length;
    expect(await open()).toMatchObject({ kind: 'open' });
    expect(hub.heard).toHaveLength(asked);
    // The hub has written down that it gave it; what was read from this disk, this seat has.
    expect(journal).toHaveLength(1);
  });

  it('never gives what is not what the ticket says', async () => {
    [up, hub.have] = [true, photo.length];
    const wrong = attached({ sha256: 'b'.repeat(64) });
    expect(await files.open({ ticket: 'T-1', attachment: wrong })).toEqual({ kind: 'damaged' });
    await add();
    writeFileSync(join(seat.folder, 'files', 'outgoing', ref.sha256), 'spoilt');
    hub.have = 0;
    expect(await open()).toEqual({ kind: 'coming' });
    expect(files.view().here).toEqual([]);
  });
});

it('of what can be had again keeps no more than there is room for, the last used', async () => {
  const store = new FileStore(join(seat.folder, 'small'), () => {}, 250);
  const some = ['a', 'b', 'c'].map((letter) => {
    const bytes = Buffer.alloc(100, letter);
    return { bytes, sha256: refOf(bytes).sha256 as Sha256 };
  });
  const [a, b, c] = some as [(typeof some)[0], (typeof some)[0], (typeof some)[0]];
  await store.cache(a.sha256, a.bytes);
  await store.cache(b.sha256, b.bytes);
  await store.read(a.sha256);
  await store.cache(c.sha256, c.bytes);
  expect(store.here()).toEqual([a.sha256, c.sha256]);
  await store.keepOnly(new Set([c.sha256]));
  expect(readdirSync(join(seat.folder, 'small', 'cache'))).toEqual([c.sha256]);
});
