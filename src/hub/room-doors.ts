import { z } from 'zod';
import type { PublishResult } from '../node/mqtt/types.ts';
import { SeatId } from '../shared/ids.ts';
import { EnergyQuery } from '../shared/wire/energy.ts';
import { JournalUpload } from '../shared/wire/journal.ts';
import { LampHistoryQuery } from '../shared/wire/lamp-history.ts';
import { PastDeskQuery } from '../shared/wire/past-desk.ts';
import { SeatPresence } from '../shared/wire/presence.ts';
import { Query } from '../shared/wire/query.ts';
import { type Instant, instant } from '../shared/wire/time.ts';
import { filters } from '../shared/wire/topic.ts';
import type { HubConfig } from './config.ts';
import type { Desk } from './desk/desk.ts';
import { parseCommand } from './desk/parse.ts';
import type { Seats } from './desk/seats.ts';
import type { Inbox, Letter } from './edge/inbox.ts';
import type { Quota } from './edge/quota.ts';
import { receiveJournal } from './journal/receive.ts';
import type { JournalWatch } from './journal/watch.ts';
import { answerQuery } from './query/answer.ts';
import type { Consulted } from './query/consulted.ts';
import { type Question, Questions } from './query/questions.ts';
import type { Store } from './store/store.ts';

export const commandQuota = ({ desk }: Pick<HubConfig, 'desk'>): Quota => ({
  perSecond: desk.commandsPerSecond,
  burst: desk.commandBurst,
});

export interface RoomDoors {
  readonly store: Store;
  readonly desk: Desk;
  readonly seats: Seats;
  readonly journals: JournalWatch;
  readonly commandQuota: Quota;
  /** see `consultedBy` */
  readonly consulted: (seat: SeatId, at: Instant) => Consulted;
  /** see `answerHistory` */
  readonly history: (seat: SeatId, query: LampHistoryQuery, at: Instant) => AsyncIterable<string>;
  /** see `answerEnergy` */
  readonly energy: (seat: SeatId, query: EnergyQuery, at: Instant) => AsyncIterable<string>;
  /** see `answerPastDesk` */
  readonly pastDesk: (seat: SeatId, query: PastDeskQuery, at: Instant) => AsyncIterable<string>;
  readonly now: () => number;
  /** to `room/v1/rsp/<seat>` */
  readonly reply: (seat: SeatId, payload: string) => Promise<PublishResult>;
  /** a seat has come */
  readonly came: () => void;
  readonly failed: (error: unknown, what: string) => void;
}

const Asked = z.discriminatedUnion('type', [...Query.options, LampHistoryQuery, EnergyQuery, PastDeskQuery]);
const COMMAND_BYTES = 64 * 1024;
const QUERY = { qos: 1, maxBytes: 4 * 1024, quota: { perSecond: 5, burst: 20 } } as const;
const JOURNAL = { qos: 1, maxBytes: 1024 * 1024, quota: { perSecond: 5, burst: 20 } } as const;

/** What seats send. A seat is who its topic says: the broker lets nobody else write there. */
export function openRoomDoors(inbox: Inbox, doors: RoomDoors): readonly (() => void)[] {
  const { desk, seats, commandQuota } = doors;
  const at = (): Instant => instant(doors.now());
  const seatOf = ({ from, topic, facts }: Letter): SeatId | undefined => {
    const seat = SeatId.safeParse(from);
    if (!seat.success) inbox.reject(topic, 'seat', 'no seat can be called that', facts.at);
    return seat.data;
  };

  const questions = new Questions((seat, query, isAwaited) => answer(doors, seat, query, isAwaited, at()));
  const commands = { qos: 1, maxBytes: COMMAND_BYTES, quota: commandQuota } as const;
  return [
    inbox.letters(filters.commands, commands, (letter) => {
      const seat = seatOf(letter);
      if (seat === undefined) return;
      const parsed = parseCommand(letter.value);
      if (parsed.ok) return desk.submit(seat, parsed.command);
      const { reason, message, field, reply } = parsed;
      inbox.reject(letter.topic, reason, message, letter.facts.at, field);
      if (reply !== undefined) void doors.reply(seat, JSON.stringify(reply));
    }),
    inbox.messages(filters.queries, Asked, QUERY, (query, letter) => {
      const seat = seatOf(letter);
      if (seat === undefined) return;
      if (!questions.ask(seat, query))
        inbox.reject(letter.topic, 'busy', 'this seat waits for answers already', letter.facts.at);
    }),
    inbox.messages(filters.journals, JournalUpload, JOURNAL, (upload, letter) => {
      const seat = seatOf(letter);
      if (seat !== undefined) void keepJournal(inbox, doors, seat, upload, letter, at());
    }),
    inbox.messages(filters.seats, SeatPresence, { qos: 1, maxBytes: 4 * 1024 }, (presence, letter) => {
      const seat = seatOf(letter);
      if (seat === undefined) return;
      if (seats.heard(seat, presence.up, !letter.facts.retain)) doors.came();
      if (!letter.facts.retain) void compareJournal(doors, seat, presence, at());
    }),
  ];
}

function pagesOf(doors: RoomDoors, seat: SeatId, query: Question, at: Instant): AsyncIterable<string> {
  if (query.type === 'lampHistory') return doors.history(seat, query, at);
  if (query.type === 'pastDesk') return doors.pastDesk(seat, query, at);
  if (query.type === 'energy') return doors.energy(seat, query, at);
  return answerQuery(doors.store, query, at, doors.consulted(seat, at));
}

/** Page by page, so that a catch-up of all seats at once fills no queue. */
async function answer(
  doors: RoomDoors,
  seat: SeatId,
  query: Question,
  isAwaited: () => boolean,
  at: Instant,
): Promise<void> {
  try {
    for await (const page of pagesOf(doors, seat, query, at)) {
      const { ok } = await doors.reply(seat, page);
      if (!ok || !isAwaited()) return;
    }
  } catch (error) {
    doors.failed(error, 'query');
  }
}

async function compareJournal(
  { journals, failed }: RoomDoors,
  seat: SeatId,
  { up, journalHead: head, journalCount: count }: SeatPresence,
  at: Instant,
): Promise<void> {
  if (!up || head === undefined) return;
  try {
    await journals.heard(seat, { count, head }, at);
  } catch (error) {
    failed(error, 'journal heads');
  }
}

async function keepJournal(
  inbox: Inbox,
  doors: RoomDoors,
  seat: SeatId,
  upload: JournalUpload,
  { topic, facts }: Letter,
  at: Instant,
): Promise<void> {
  try {
    const { ack, fault } = await receiveJournal(doors.store, seat, upload, at);
    if (fault !== undefined) inbox.reject(topic, 'journal', fault, facts.at);
    await doors.reply(seat, JSON.stringify(ack));
  } catch (error) {
    doors.failed(error, 'journal');
  }
}
