import type { DistrictId, SeatId } from '../../shared/ids.ts';
import { HOUR_MS, hourOf } from '../../shared/lamp/history/block.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import type { LampHistoryQuery, LampHour, PassageSums } from '../../shared/wire/lamp-history.ts';
import type { ReplyCode } from '../../shared/wire/reply.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import { authorOf, identify } from '../desk/identify.ts';
import { journalize } from '../journal/journalize.ts';
import { inPages, pageText, type Rows } from '../query/pages.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';
import type { LampHistory } from './history.ts';
import { readHour, readPassages } from './keep.ts';

export interface HistoryAnswers {
  readonly store: Store;
  readonly people: People;
  readonly history: Pick<LampHistory, 'keep'>;
}

type List = 'hours' | 'passages';
interface Verdict {
  readonly code: ReplyCode;
  readonly field?: string | undefined;
}

/** A night from noon to noon where the clocks are put back, and room for another question. */
const LONGEST_MS = 48 * HOUR_MS;

/**
 * The pages that answer what lamps did, as JSON text. Who asked and for when is in the journal before anything leaves.
 * @throws StorageError
 */
export async function* answerHistory(
  { store, people, history }: HistoryAnswers,
  seat: SeatId,
  query: LampHistoryQuery,
  at: Instant,
): AsyncGenerator<string> {
  const verdict = await store.write((unit) => admit(unit, people, seat, query, at));
  const base = { v: 1, query: query.query, type: query.type, epoch: store.epoch, head: store.seq };
  const ok = verdict.code === 'OK';
  if (!ok)
    return yield pageText({ ...base, ok, ...verdict, page: 0, more: false }, { hours: [], passages: [] });
  // What runs is part of the answer.
  await history.keep();
  let page = 0;
  const rows = rowsOf(store.db, millis(query.from), millis(query.to), query.district);
  for await (const { list, rows: some, more } of inPages<List>(rows, 'hours'))
    yield pageText(
      { ...base, ok, ...verdict, page: page++, more },
      { hours: [], passages: [], [list]: some },
    );
}

async function admit(
  unit: Unit,
  people: People,
  seat: SeatId,
  { session, from, to, district }: LampHistoryQuery,
  at: Instant,
): Promise<Verdict> {
  const who = await identify(unit, { session, madeAt: at }, { seat, at }, { people, lateMs: 0 }, 'refused');
  const verdict = who.ok ? judge(who.person, from, to) : who.outcome;
  const { code, field } = verdict;
  await journalize(unit, {
    at,
    action: 'lamp.history',
    seat,
    target: 'lamps',
    ...authorOf(who),
    payload: { code, from, to, ...(district && { district }) },
  });
  return { code, ...(field !== undefined && { field }) };
}

function judge(person: Parameters<typeof authorize>[0], from: Instant, to: Instant): Verdict {
  if (!authorize(person, 'lamp.history', { kind: 'lamp' }).ok) return { code: 'FORBIDDEN' };
  const length = millis(to) - millis(from);
  return length > 0 && length <= LONGEST_MS ? { code: 'OK' } : { code: 'INVALID', field: 'to' };
}

/** Hour by hour, so that a whole night is never held at once. */
async function* rowsOf(
  db: Db,
  from: number,
  to: number,
  wanted: DistrictId | undefined,
): AsyncGenerator<Rows<List>> {
  for (let hour = hourOf(from); hour < to; hour += HOUR_MS) {
    const rows = await readHour(db, hour, wanted);
    yield {
      list: 'hours',
      rows: rows.map(({ district, at, bytes }) =>
        JSON.stringify({ district, at, bytes: bytes.toString('base64') } satisfies Record<
          keyof LampHour,
          string
        >),
      ),
    };
  }
  const all = await readPassages(db, hourOf(from), to);
  const sums = all.filter((sum) => wanted === undefined || sum.district === wanted);
  yield {
    list: 'passages',
    rows: sums.map(({ from: at, ...sum }) =>
      JSON.stringify({ ...sum, at: instant(at) } satisfies Record<keyof PassageSums, unknown>),
    ),
  };
}
