import { mediaTypeOf } from '../../shared/attachment/content.ts';
import type { Attachment } from '../../shared/attachment/model.ts';
import type { FileOpen, FileOpened } from '../../shared/ipc/files.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Journal } from '../journal/journal.ts';
import type { People } from '../session/people.ts';
import type { Session } from '../session/session.ts';
import type { FileStore } from './file-store.ts';
import { hashOf } from './hash.ts';
import type { PiecesLine } from './pieces-line.ts';

export interface OpenOptions {
  readonly store: Pick<FileStore, 'read' | 'cache'>;
  readonly line: Pick<PiecesLine, 'ask'>;
  readonly session: Pick<Session, 'current' | 'offline' | 'over'>;
  readonly people: Pick<People, 'get'>;
  readonly journal: Pick<Journal, 'record'>;
  /** whether the hub is there to be asked */
  readonly hubUp: () => boolean;
  readonly now: () => number;
}

/**
 * Opens a file of a ticket: from this seat's disk where it is there, else from the hub. That somebody read it is
 * recorded before its bytes are given: here in this seat's journal, there in the hub's.
 */
export async function openFile({ ticket, attachment }: FileOpen, on: OpenOptions): Promise<FileOpened> {
  const state = on.session.current();
  if (state === undefined) return { kind: 'refused', code: 'NO_SESSION' };
  // As the hub last told of them: rights may have been taken since they signed in.
  const person = on.people.get(state.person.id);
  if (person === undefined || !authorize(person, 'blob.get', { kind: 'ticket' }).ok)
    return { kind: 'refused', code: 'FORBIDDEN' };
  const own = await on.store.read(attachment.sha256);
  if (own !== undefined && record(ticket, attachment, state, on)) return { kind: 'open', bytes: own };
  if (!on.hubUp() || on.session.offline)
    return own === undefined ? { kind: 'away' } : { kind: 'refused', code: 'RETRY' };
  return fetchFile(ticket, attachment, state.session, on);
}

const record = (
  ticket: string,
  { cmd, sha256 }: Attachment,
  { person, session }: SessionState,
  { journal, session: { offline }, now }: OpenOptions,
): boolean =>
  journal.record({
    at: instant(now()),
    action: 'blob.get',
    target: `ticket:${ticket}`,
    person: person.id,
    session,
    assurance: offline ? 'offline' : 'declared',
    payload: { attachment: cmd, sha256 },
  });

async function fetchFile(
  ticket: string,
  { cmd, sha256, size, type }: Attachment,
  session: string,
  on: OpenOptions,
): Promise<FileOpened> {
  const pieces: Buffer[] = [];
  let have = 0;
  while (have < size) {
    const letter = { op: 'blob.get', ticket, attachment: cmd, session, offset: have } as const;
    const reply = await on.line.ask(letter as Parameters<PiecesLine['ask']>[0]);
    if (reply === undefined) return { kind: 'silent' };
    if (reply.code === 'NOT_FOUND') return { kind: 'gone' };
    if (reply.code === 'BAD_STATE') return { kind: 'coming' };
    if (reply.code === 'FORBIDDEN' && reply.field === 'session') on.session.over(session);
    if (reply.code !== 'OK') return { kind: 'refused', code: reply.code };
    const piece = Buffer.from(reply.bytes ?? '', 'base64');
    if (piece.length === 0) return { kind: 'damaged' };
    pieces.push(piece);
    have += piece.length;
  }
  const bytes = Buffer.concat(pieces);
  if (hashOf(bytes) !== sha256 || mediaTypeOf(bytes) !== type) return { kind: 'damaged' };
  await on.store.cache(sha256, bytes);
  return { kind: 'open', bytes };
}
