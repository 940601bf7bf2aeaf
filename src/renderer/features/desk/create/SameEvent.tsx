import { useMemo } from 'react';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import { promisesClash } from '../../../../shared/ticket/promise.ts';
import { instant } from '../../../../shared/wire/time.ts';
import { useReadNow } from '../../../lib/clock/index.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { allowed } from '../actions.ts';
import { duplicateReason } from '../advice/duplicate-words.ts';
import { useBoard, useViewer } from '../board.ts';
import type { Row } from '../model.ts';
import { shortRef } from '../words.ts';
import styles from './DraftForm.module.css';
import type { Draft } from './draft.ts';
import { type SameEvent, sameEvent } from './same-event.ts';

export interface Same {
  readonly same: SameEvent;
  readonly row: Row;
  /** other tickets that it could be too */
  readonly more: number;
  /** why the two can't be made one yet; undefined where they can */
  readonly hindered: string | undefined;
}

/** The ticket that what is written down most probably tells of, looked for at each word, with the room or without it. */
export function useSameEvent(draft: Draft | undefined, own?: Row): Same | undefined {
  const t = useT();
  const viewer = useViewer();
  const now = useReadNow();
  const rows = useBoard((board) => board.rows);
  return useMemo(() => {
    if (draft === undefined) return undefined;
    const others = [...rows.values()].map((row) => row.ticket);
    const [same, ...more] = sameEvent(draft, others, instant(now()), own?.ticket);
    const row = same && rows.get(same.other);
    if (row === undefined || same === undefined) return undefined;
    const clash = own !== undefined && promisesClash(own.ticket, row.ticket);
    const mayNot = own !== undefined && !allowed(own, viewer, 'ticket.merge');
    const hindered = clash ? t('advice.merge.promises') : mayNot ? t('draft.same.mayNot') : undefined;
    return { same, row, more: more.length, hindered };
  }, [draft, rows, own, viewer, now, t]);
}

interface SameEventLineProps {
  /** what would be left there: a call, or what is written */
  readonly what: 'call' | 'words';
  readonly found: Same | undefined;
  /** undefined where what is written would be lost by it */
  readonly onOpen?: (other: Ticket) => void;
  readonly onAttach: (other: Ticket) => void;
}

/** « This may be 0417 »: why, open it, or leave there by one key what this form holds. */
export function SameEventLine({ what, found, onOpen, onAttach }: SameEventLineProps) {
  const t = useT();
  return (
    <div className={styles.whole} aria-live="polite">
      {found !== undefined && (
        <section className={styles.same} aria-label={t('draft.same', { ref: shortRef(found.row.ticket, t) })}>
          <p className="grow">
            <b>{t('draft.same', { ref: shortRef(found.row.ticket, t) })}</b> {found.row.ticket.title},{' '}
            {found.row.ticket.place.label}
            <small className={styles.why}>
              {found.same.reasons.map((reason) => duplicateReason(t, reason)).join(' · ')}
              {found.more > 0 && ` · ${t('advice.more', { n: found.more })}`}
              {'. '}
              {t('advice.duplicate.unless', { ...found.same.limits })}
            </small>
            {found.hindered !== undefined && <span>{found.hindered}</span>}
          </p>
          {onOpen && <Button onClick={() => onOpen(found.row.ticket)}>{t('draft.same.open')}</Button>}
          {found.hindered === undefined && (
            <Button shortcut="Alt D" onClick={() => onAttach(found.row.ticket)}>
              {t(`draft.same.attach.${what}`)}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
