import { useCallback, useMemo } from 'react';
import type { Preemption } from '../../../shared/lamp/preemption.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useDesk } from '../desk/index.ts';
import { useMe } from '../session/index.ts';

/** Orders of who sits here that a colleague's were laid over, until they have seen it, here or elsewhere; the latest first. */
export function usePreemptions(): readonly Preemption[] {
  const all = useRoomData((data) => data.preemption);
  const outbox = useDesk((desk) => desk.outbox);
  const me = useMe()?.id;
  return useMemo(() => {
    const seen = new Set(
      outbox.flatMap(({ op, ticket, state }) =>
        op === 'preemption.seen' && (state === 'pending' || state === 'sent') ? [ticket] : [],
      ),
    );
    return [...all.values()]
      .filter(({ id, of }) => of === me && !seen.has(id))
      .toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  }, [all, outbox, me]);
}

/** Who sits here has taken note. */
export function useSeePreemption(): (id: string) => void {
  const act = useDesk((desk) => desk.act);
  return useCallback((id: string) => void act('preemption.seen', id), [act]);
}
