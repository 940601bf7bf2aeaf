import { masked } from '../../../../shared/call/masked.ts';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useDesk } from '../board.ts';
import type { Draft } from './draft.ts';
import { saidIn } from './same-event.ts';

/**
 * Leaves what a form says with the ticket that tells of it already: as a note, and no second ticket is made.
 * @param own the ticket that the form is about, where it has one: it is merged into the other
 * @returns whether it was kept; a refusal has been shown, and nothing was sent
 */
export function useAttach(draft: Draft, own?: Ticket): (other: string) => Promise<boolean> {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  return async (other) => {
    // Where the call has a ticket, that has the number; a note is read by everybody.
    const number = own === undefined ? draft.number : draft.number && masked(draft.number);
    const text = t('draft.same.note', { said: saidIn({ ...draft, number }).join(' · ') });
    const merged =
      own === undefined || (await act('ticket.merge', own.id, { into: other }, { advice: 'duplicate' }));
    return merged && act('ticket.note', other, { text });
  };
}
