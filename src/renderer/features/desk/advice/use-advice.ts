import { useMemo } from 'react';
import { type DuplicateAdvice, duplicatesOf } from '../../../../shared/advice/duplicate.ts';
import { allowed } from '../actions.ts';
import { useBoard, useViewer } from '../board.ts';
import type { Row } from '../model.ts';

export interface Proposal {
  readonly advice: DuplicateAdvice;
  /** the ticket that is taken for this one */
  readonly other: Row;
}

/** What rules advise on a ticket and this person may do: by what the seat knows, with the room or without it. */
export function useAdvice({ ticket }: Row): readonly Proposal[] {
  const rows = useBoard((board) => board.rows);
  const viewer = useViewer();
  return useMemo(() => {
    const others = [...rows.values()].map((row) => row.ticket);
    return duplicatesOf(ticket, others).flatMap((advice): readonly Proposal[] => {
      const goes = rows.get(advice.merge);
      const other = rows.get(advice.merge === ticket.id ? advice.into : advice.merge);
      const may = goes !== undefined && allowed(goes, viewer, 'ticket.merge');
      return may && other !== undefined ? [{ advice, other }] : [];
    });
  }, [ticket, rows, viewer]);
}
