import { useMemo } from 'react';
import type { Refusal } from '../../../shared/refusal/model.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useDesk } from '../desk/index.ts';

/** What nobody has taken note of yet, oldest first; what was seen here goes at once, its command is on its way. */
export function useRefusals(): readonly Refusal[] {
  const all = useRoomData((data) => data.refusal);
  const outbox = useDesk((desk) => desk.outbox);
  return useMemo(() => {
    const seen = new Set(
      outbox.flatMap(({ op, ticket, state }) =>
        op === 'refusal.seen' && (state === 'pending' || state === 'sent') ? [ticket] : [],
      ),
    );
    return [...all.values()]
      .filter(({ id }) => !seen.has(id))
      .toSorted((a, b) => a.madeAt.localeCompare(b.madeAt) || a.id.localeCompare(b.id));
  }, [all, outbox]);
}
