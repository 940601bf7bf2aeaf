import { v7 as uuid } from 'uuid';
import { TicketId } from '../../shared/ids.ts';
import type { RequestInput } from '../../shared/ipc/contract.ts';
import type { ArchiveAnswer, RecallAnswer } from '../../shared/ipc/model.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Room } from '../link/room.ts';
import { readEvents, readTickets } from './read-event.ts';

/** A search through all archives takes the hub a second or two, while others wait before it. */
const TIMEOUT_MS = 20_000;
/** As many as one reads before one types another word. */
const AT_ONCE = 50;

export interface ArchiveOptions {
  readonly room: Room;
  readonly letters: Correspondence;
  readonly hubUp: () => boolean;
  /** whose question it is */
  readonly session: () => Pick<SessionState, 'session'> | undefined;
}

/** Looks for tickets that only the hub has. */
export async function searchArchive(
  { text, behind }: RequestInput<'desk.archive'>,
  { room, letters, hubUp, session }: ArchiveOptions,
): Promise<ArchiveAnswer> {
  if (!hubUp()) return { kind: 'away' };
  const whose = session();
  if (whose === undefined) return { kind: 'refused' };
  const goOn = behind === undefined ? {} : { behind };
  const what = { type: 'search', text, ...goOn, limit: AT_ONCE } as const;
  const query = { v: 1, query: uuid(), session: whose.session, ...what } as const;
  const pages = await letters.query(query, TIMEOUT_MS);
  if (pages?.[0]?.code === 'FORBIDDEN') return { kind: 'refused' };
  const last = pages?.at(-1);
  if (pages === undefined || last?.type !== 'search' || pages.some(({ ok }) => !ok))
    return { kind: hubUp() ? 'silent' : 'away' };
  const tickets = pages.flatMap((page) => readTickets(room, page));
  return { kind: 'found', tickets, ...(last.next === undefined ? {} : { next: last.next }) };
}

/** Fetches a ticket that this seat holds no more, with its events. */
export async function recallTicket(
  { ticket: id }: RequestInput<'desk.recall'>,
  { room, letters, hubUp, session }: ArchiveOptions,
): Promise<RecallAnswer> {
  if (!hubUp()) return { kind: 'away' };
  const whose = session();
  if (whose === undefined) return { kind: 'refused' };
  const what = { type: 'ticket', ticket: TicketId.parse(id) } as const;
  const query = { v: 1, query: uuid(), session: whose.session, ...what } as const;
  const pages = await letters.query(query, TIMEOUT_MS);
  if (pages?.[0]?.code === 'FORBIDDEN') return { kind: 'refused' };
  if (pages?.[0]?.code === 'NOT_FOUND') return { kind: 'gone' };
  const [ticket] = pages?.flatMap((page) => readTickets(room, page)) ?? [];
  if (pages === undefined || ticket === undefined) return { kind: hubUp() ? 'silent' : 'away' };
  const events = pages.flatMap((page) => readEvents(room, page).flatMap(({ event }) => event ?? []));
  return { kind: 'found', ticket, events };
}
