import { useMemo } from 'react';
import type { Person } from '../../../shared/rights/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { useSession } from '../session/index.ts';
import { useViewer } from './board.ts';
import type { Speaker } from './words.ts';

const NOBODY: readonly Person[] = [];

/** What sentences about tickets need: language, viewer, the names of colleagues and the call signs of units. */
export function useSpeaker(): Speaker {
  const t = useT();
  const viewer = useViewer();
  const people = useSession(({ view }) => view?.people) ?? NOBODY;
  const units = useRoomData((data) => data.unit);
  return useMemo(() => ({ t, viewer, people, units }), [t, viewer, people, units]);
}
