import type { SeatId } from '../../shared/ids.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import type { PastDeskQuery } from '../../shared/wire/past-desk.ts';
import { type Instant, millis } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import { answerNamed, within } from '../query/named.ts';
import type { Rows } from '../query/pages.ts';
import type { Store } from '../store/store.ts';
import type { Db } from '../store/tables.ts';
import { readPastAlarms } from './alarms.ts';
import { pastTickets } from './tickets.ts';

export interface PastDeskAnswers {
  readonly store: Store;
  readonly people: People;
}

type List = 'tickets' | 'alarms';
/** As of lamps: a night from noon to noon where the clocks are put back, and more. */
const LONGEST_MS = 48 * 3_600_000;

/**
 * The pages that answer which interventions and alarms there were, as JSON text. Who asked and for when is in the
 * journal before anything leaves. @throws StorageError
 */
export const answerPastDesk = (
  on: PastDeskAnswers,
  seat: SeatId,
  query: PastDeskQuery,
  at: Instant,
): AsyncGenerator<string> => {
  const { from, to } = query;
  return answerNamed<List>(on, seat, query, at, {
    judge: (person) =>
      authorize(person, 'ticket.past', { kind: 'ticket' }).ok
        ? within(millis(to) - millis(from), LONGEST_MS)
        : { code: 'FORBIDDEN' },
    fact: ({ code }) => ({ action: 'ticket.past', target: 'tickets', payload: { code, from, to } }),
    lists: ['tickets', 'alarms'],
    rows: () => rowsOf(on.store.db, query),
  });
};

async function* rowsOf(db: Db, { from, to }: PastDeskQuery): AsyncGenerator<Rows<List>> {
  for await (const tickets of pastTickets(db, from, to))
    yield { list: 'tickets', rows: tickets.map((one) => JSON.stringify(one)) };
  const alarms = await readPastAlarms(db, from, to);
  yield { list: 'alarms', rows: alarms.map((one) => JSON.stringify(one)) };
}
