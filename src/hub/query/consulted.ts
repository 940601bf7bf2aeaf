import type { SeatId } from '../../shared/ids.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import type { Query } from '../../shared/wire/query.ts';
import type { ReplyCode } from '../../shared/wire/reply.ts';
import type { Instant } from '../../shared/wire/time.ts';
import type { People } from '../accounts/people.ts';
import type { Store } from '../store/store.ts';
import { admit, type Fact } from './named.ts';

/** What is asked of the archives: a person wants to see what others said, perhaps long ago. */
export type Consultation = Extract<Query, { type: 'search' | 'ticket' }>;
/** Whether it may be answered with these tickets; by then the journal has it. @throws StorageError */
export type Consulted = (query: Consultation, tickets: readonly string[]) => Promise<ReplyCode>;

/**
 * Who looked for what in the archives, at which seat and when, and which tickets they were shown: written before any of
 * it leaves, refusals too. The tickets' contents are not copied (CNIL, délibération n° 2021-122: as few personal data as
 * possible in journals); what was typed is, for it is what tells curiosity from work.
 */
export const consultedBy =
  (
    { store, people }: { readonly store: Store; readonly people: People },
    seat: SeatId,
    at: Instant,
  ): Consulted =>
  async (query, tickets) => {
    const { code } = await store.write((unit) =>
      admit(
        unit,
        people,
        { seat, session: query.session, at },
        (person) => ({ code: authorize(person, 'archive.read', { kind: 'ticket' }).ok ? 'OK' : 'FORBIDDEN' }),
        ({ code }) => factOf(query, code, code === 'OK' ? tickets : undefined),
      ),
    );
    return code;
  };

function factOf(query: Consultation, code: ReplyCode, shown: readonly string[] | undefined): Fact {
  if (query.type === 'ticket')
    return { action: 'archive.read', target: `ticket:${query.ticket}`, payload: { code } };
  const { text, behind } = query;
  const on = behind && { behind: { ...behind } };
  const tickets = shown && { tickets: [...shown] };
  return { action: 'archive.search', payload: { code, text, ...on, ...tickets } };
}
