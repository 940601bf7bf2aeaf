import { millis } from '../../../shared/wire/time.ts';
import { useReadNow } from '../../lib/clock/index.ts';
import { clockTime, useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useViewer } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { shortSeat } from '../seats/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { goneLately } from './rings.ts';

interface Led {
  /** one's own call, which is answered already */
  readonly onAnswered: (ticket: string) => void;
  /** nobody was faster than the caller, who has hung up */
  readonly onMissed: (ticket: string) => void;
}

/** What the key that answers does when nothing rings: says why, and opens whom to call back. */
export function useMissed({ onAnswered, onMissed }: Led): () => void {
  const t = useT();
  const { seat } = useViewer();
  const calls = useRoomData((data) => data.call);
  const people = useSession(({ view }) => view?.people);
  const link = useLink(({ state }) => state);
  const show = useNotices((notices) => notices.show);
  const now = useReadNow();
  const hint = useNotices((notices) => notices.showHint);
  return () => {
    if (isStale(link)) return hint(t('calls.alone'));
    const call = goneLately(calls.values(), seat, now());
    if (call === undefined) return hint(t('calls.none'));
    const { answeredBy, ticket, status } = call;
    const time = clockTime(millis(call.since));
    if (answeredBy?.seat === seat) return ticket && onAnswered(ticket);
    if (answeredBy !== undefined) {
      const who = nameOf(people ?? [], answeredBy.person);
      return show(t('calls.gone.taken', { who, seat: shortSeat(answeredBy.seat), time }));
    }
    if (status === 'answered') return show(t('calls.gone.elsewhere', { time }));
    show(t('calls.gone.ended', { time }));
    if (ticket !== undefined) onMissed(ticket);
  };
}
