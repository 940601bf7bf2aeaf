import { assertNever } from '../../shared/assert-never.ts';
import { SeatId } from '../../shared/ids.ts';
import { type BlobReply, BlobRequest } from '../../shared/wire/blob.ts';
import { instant } from '../../shared/wire/time.ts';
import { filters } from '../../shared/wire/topic.ts';
import type { People } from '../accounts/people.ts';
import type { Base } from '../base.ts';
import type { Inbox } from '../edge/inbox.ts';
import { Turns } from '../edge/turns.ts';
import type { Unit } from '../store/unit.ts';
import { givePiece } from './give.ts';
import { type Said, takePiece } from './take.ts';

export interface FileDoor extends Pick<Base, 'store' | 'committed' | 'failed' | 'now'> {
  readonly people: People;
  /** to `room/v1/rsp/<seat>` */
  readonly reply: (seat: SeatId, payload: string) => Promise<unknown>;
}

/** Pieces at once: commands have the store for themselves most of the time. */
const AT_ONCE = 1;
/** A seat sends one, and asks again when it hears nothing. */
const WAITING = 2;
const PIECES = { qos: 1, maxBytes: 400 * 1024, quota: { perSecond: 20, burst: 40 } } as const;

/** Where bytes of files come in and are asked for. */
export function openFileDoor(inbox: Inbox, door: FileDoor): () => void {
  const turns = new Turns(AT_ONCE, WAITING);
  return inbox.messages(filters.blobs, BlobRequest, PIECES, (request, { topic, from, facts }) => {
    const seat = SeatId.safeParse(from);
    if (!seat.success) return inbox.reject(topic, 'seat', 'no seat can be called that', facts.at);
    if (!turns.take(seat.data, () => answer(door, seat.data, request)))
      inbox.reject(topic, 'busy', 'this seat waits for answers already', facts.at);
  });
}

async function answer(door: FileDoor, seat: SeatId, request: BlobRequest): Promise<void> {
  const { store, committed, failed } = door;
  let said: Said;
  try {
    const before = store.seq;
    said = await store.write((unit) => carryOut(unit, seat, request, door));
    // Only the last piece of a file is an event that others are told of.
    if (store.seq !== before) committed();
  } catch (error) {
    failed(error, 'files');
    said = { code: 'RETRY' };
  }
  const reply: BlobReply = { v: 1, blob: request.blob, ok: said.code === 'OK', ...said };
  await door.reply(seat, JSON.stringify(reply));
}

function carryOut(unit: Unit, seat: SeatId, request: BlobRequest, { people, now }: FileDoor): Promise<Said> {
  const at = instant(now());
  switch (request.op) {
    case 'blob.put':
      return takePiece(unit, seat, request, at);
    case 'blob.get':
      return givePiece(unit, request, { seat, at }, people);
    default:
      return assertNever(request);
  }
}
