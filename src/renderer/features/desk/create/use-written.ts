import { useState } from 'react';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import { useDesk } from '../board.ts';
import { type Draft, EMPTY_DRAFT, type Written } from './draft.ts';

/** Under which a form is kept that is about no ticket yet. */
export const NEW = 'new';

/**
 * A form as far as it is filled in, kept until it is sent or dropped.
 * @param about the ticket, or `NEW`
 * @param begin what it opens with where nothing is kept
 */
export function useWritten(about: string, begin: () => Written = () => ({ draft: EMPTY_DRAFT })) {
  const [begun] = useState(begin);
  const kept = useDesk((desk) => desk.forms.get(about));
  const fill = useDesk((desk) => desk.fill);
  return {
    ...(kept ?? begun),
    isKept: kept !== undefined,
    change: (part: Partial<Draft>) =>
      fill(about, (before = begun) => ({ ...before, draft: { ...before.draft, ...part } })),
    look: (seen: Ticket) => fill(about, (before) => before && { ...before, seen }),
    drop: () => fill(about, () => undefined),
    /** what is kept; undefined where nothing is */
    kept,
    /** what was dropped is as it was before */
    takeBack: (dropped: Written) => fill(about, () => dropped),
  };
}
