import { useMemo } from 'react';
import type { Person } from '../../../shared/rights/model.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useSession } from '../session/index.ts';
import { useViewer } from './board.ts';
import type { Speaker } from './words.ts';

const NOBODY: readonly Person[] = [];

/** What sentences about tickets need: language, viewer, and the names of colleagues. */
export function useSpeaker(): Speaker {
  const t = useT();
  const viewer = useViewer();
  const people = useSession(({ view }) => view?.people) ?? NOBODY;
  return useMemo(() => ({ t, viewer, people }), [t, viewer, people]);
}
