import type { DistrictId, SeatId } from '../../shared/ids.ts';
import { HOUR_MS, hourOf } from '../../shared/lamp/history/block.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import type { LampHistoryQuery, LampHour, PassageSums } from '../../shared/wire/lamp-history.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import { answerNamed, within } from '../query/named.ts';
import type { Rows } from '../query/pages.ts';
import type { Store } from '../store/store.ts';
import type { LampHistory } from './history.ts';
import { readHour, readPassages } from './keep.ts';

export interface HistoryAnswers {
  readonly store: Store;
  readonly people: People;
  readonly history: Pick<LampHistory, 'keep'>;
}

type List = 'hours' | 'passages';

/** A night from noon to noon where the clocks are put back, and room for another question. */
const LONGEST_MS = 48 * HOUR_MS;

/**
 * The pages that answer what lamps did, as JSON text. Who asked and for when is in the journal before anything leaves.
 * @throws StorageError
 */
export const answerHistory = (
  on: HistoryAnswers,
  seat: SeatId,
  query: LampHistoryQuery,
  at: Instant,
): AsyncGenerator<string> => {
  const { from, to, district } = query;
  return answerNamed<List>(on, seat, query, at, {
    judge: (person) =>
      authorize(person, 'lamp.history', { kind: 'lamp' }).ok
        ? within(millis(to) - millis(from), LONGEST_MS)
        : { code: 'FORBIDDEN' },
    fact: ({ code }) => ({
      action: 'lamp.history',
      target: 'lamps',
      payload: { code, from, to, ...(district && { district }) },
    }),
    lists: ['hours', 'passages'],
    rows: () => rowsOf(on, millis(from), millis(to), district),
  });
};

/** Hour by hour, so that a whole night is never held at once. */
async function* rowsOf(
  { store: { db }, history }: HistoryAnswers,
  from: number,
  to: number,
  wanted: DistrictId | undefined,
): AsyncGenerator<Rows<List>> {
  // What runs is part of the answer.
  await history.keep();
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
