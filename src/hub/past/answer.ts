import type { SeatId } from '../../shared/ids.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import type { PastDeskQuery } from '../../shared/wire/past-desk.ts';
import type { ReplyCode } from '../../shared/wire/reply.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import { authorOf, identify } from '../desk/identify.ts';
import { journalize } from '../journal/journalize.ts';
import { inPages, pageText, type Rows } from '../query/pages.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';
import { readPastAlarms } from './alarms.ts';
import { pastTickets } from './tickets.ts';

export interface PastDeskAnswers {
  readonly store: Store;
  readonly people: People;
}

type List = 'tickets' | 'alarms';
interface Verdict {
  readonly code: ReplyCode;
  readonly field?: string | undefined;
}
const NONE = { tickets: [], alarms: [] } as const;
/** As of lamps: a night from noon to noon where the clocks are put back, and more. */
const LONGEST_MS = 48 * 3_600_000;

/**
 * The pages that answer which interventions and alarms there were, as JSON text. Who asked and for when is in the
 * journal before anything leaves. @throws StorageError
 */
export async function* answerPastDesk(
  { store, people }: PastDeskAnswers,
  seat: SeatId,
  query: PastDeskQuery,
  at: Instant,
): AsyncGenerator<string> {
  const verdict = await store.write((unit) => admit(unit, people, seat, query, at));
  const base = { v: 1, query: query.query, type: query.type, epoch: store.epoch, head: store.seq };
  const ok = verdict.code === 'OK';
  if (!ok) return yield pageText({ ...base, ok, ...verdict, page: 0, more: false }, NONE);
  let page = 0;
  for await (const { list, rows, more } of inPages<List>(rowsOf(store.db, query), 'tickets'))
    yield pageText({ ...base, ok, ...verdict, page: page++, more }, { ...NONE, [list]: rows });
}

async function admit(
  unit: Unit,
  people: People,
  seat: SeatId,
  { session, from, to }: PastDeskQuery,
  at: Instant,
): Promise<Verdict> {
  const who = await identify(unit, { session, madeAt: at }, { seat, at }, { people, lateMs: 0 }, 'refused');
  const verdict = who.ok ? judge(who.person, from, to) : who.outcome;
  const { code, field } = verdict;
  await journalize(unit, {
    at,
    action: 'ticket.past',
    seat,
    target: 'tickets',
    ...authorOf(who),
    payload: { code, from, to },
  });
  return { code, ...(field !== undefined && { field }) };
}

function judge(person: Parameters<typeof authorize>[0], from: Instant, to: Instant): Verdict {
  if (!authorize(person, 'ticket.past', { kind: 'ticket' }).ok) return { code: 'FORBIDDEN' };
  const length = millis(to) - millis(from);
  return length > 0 && length <= LONGEST_MS ? { code: 'OK' } : { code: 'INVALID', field: 'to' };
}

async function* rowsOf(db: Db, { from, to }: PastDeskQuery): AsyncGenerator<Rows<List>> {
  for await (const tickets of pastTickets(db, from, to))
    yield { list: 'tickets', rows: tickets.map((one) => JSON.stringify(one)) };
  const alarms = await readPastAlarms(db, from, to);
  yield { list: 'alarms', rows: alarms.map((one) => JSON.stringify(one)) };
}
