// biome-ignore-all lint/a11y/useSemanticElements: a table can't be virtual, so the roles of a grid are given
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant names the row
import { ClockAlert, Square, SquareCheck, UserCheck } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { promiseAtRisk } from '../../../../shared/advice/promise.ts';
import { commutes } from '../../../../shared/outbox/machine.ts';
import { millis } from '../../../../shared/wire/time.ts';
import { useNow } from '../../../lib/clock/index.ts';
import { clockMinute, momentOf, queueAge, useLanguage, useT } from '../../../lib/i18n/index.tsx';
import { AgeBar, Button, Chip, classes, Icon, PriorityMark, VisuallyHidden } from '../../../ui/index.ts';
import { nameOf } from '../../session/index.ts';
import { useAlarm } from '../alarm.ts';
import { useDesk } from '../board.ts';
import { useDue } from '../due.ts';
import { useLateSteps } from '../late-steps.ts';
import type { Row } from '../model.ts';
import { useSpeaker } from '../speaker.ts';
import { ownerOf, returnedWords, shortRef } from '../words.ts';
import styles from './QueueRow.module.css';

interface QueueRowProps {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly cursor: boolean;
  /** selected among several; undefined while none are being selected */
  readonly picked: boolean | undefined;
  /** the others would be linked to it or merged into it */
  readonly target: boolean;
  readonly style: { readonly transform: string; readonly height: number };
  readonly onOpen: () => void;
}

/** A ticket in two lines: what, how old; where, whose, against the target. */
export const QueueRow = memo(
  function QueueRow({ id, row, index, cursor, picked, target, style, onOpen }: QueueRowProps) {
    const { t, locale } = useLanguage();
    const selected = useDesk((desk) => desk.selected === row.ticket.id);
    const act = useDesk((desk) => desk.act);
    const next = useAlarm() === row.ticket.id;
    const { ticket, alarming } = row;
    const look = classes(
      styles.row,
      selected && styles.selected,
      cursor && styles.cursor,
      alarming && styles.alarming,
      unsure(row) && styles.pending,
      picked === true && styles.picked,
      target && styles.target,
    );
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid that holds the rows takes the keys
      <div
        role="row"
        id={id}
        tabIndex={-1}
        aria-rowindex={index}
        aria-selected={picked ?? selected}
        className={look}
        style={style}
        onClick={onOpen}
      >
        <span role="gridcell" className={styles.mark}>
          <PriorityMark priority={ticket.priority} label={t(`priority.${ticket.priority}`)} />
          {picked !== undefined && <Icon of={picked ? SquareCheck : Square} />}
        </span>
        <span role="gridcell" className={styles.title}>
          {ticket.title}
        </span>
        {alarming ? (
          <span role="gridcell" className={styles.action}>
            <Button
              look="danger"
              size="large"
              shortcut={next ? 'A' : undefined}
              tabIndex={-1}
              onClick={(event) => {
                event.stopPropagation();
                void act('ticket.acknowledge', ticket.id);
              }}
            >
              {t('desk.acknowledge')}
            </Button>
            <Late row={row} />
          </span>
        ) : ticket.closedAt !== undefined ? (
          <span role="gridcell" className={styles.age}>
            {momentOf(millis(ticket.closedAt), Date.now(), locale)}
          </span>
        ) : (
          <Age row={row} />
        )}
        <span role="gridcell" className={styles.second}>
          {target && <Chip>{t('queue.bulk.target', { ref: shortRef(ticket, t) })}</Chip>}
          <span className={styles.place}>{ticket.place.label}</span>
          <Returned row={row} />
          {alarming ? <Digits row={row} /> : <Whose row={row} />}
          {!alarming && <Late row={row} />}
          {!alarming && !unsure(row) && <Bar row={row} />}
        </span>
      </div>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.cursor === b.cursor &&
    a.picked === b.picked &&
    a.target === b.target &&
    a.style.transform === b.style.transform,
);

/** A note on its way changes nothing one sees here; anything else makes the row uncertain. */
const unsure = (row: Row): boolean => row.pending.some((item) => !commutes(item.op));

function useAge(row: Row): number {
  return useNow() - millis(row.ticket.openedAt);
}
function Digits({ row }: { readonly row: Row }) {
  const { locale } = useLanguage();
  return <b className={styles.digits}>{queueAge(useAge(row), row.ticket.priority, locale)}</b>;
}
function Age({ row }: { readonly row: Row }) {
  const { locale } = useLanguage();
  return (
    <span role="gridcell" className={styles.age}>
      {queueAge(useAge(row), row.ticket.priority, locale)}
    </span>
  );
}
/** That what had to be done by now is not: by shape and word, all of it for who points or listens. */
function Late({ row }: { readonly row: Row }) {
  const t = useT();
  const { ticket } = row;
  const due = useDue(ticket);
  const steps = useLateSteps(row);
  const past = due?.isPast === true;
  const words = [past && due.words, steps > 0 && t('targets.lateSteps', { n: steps })].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <span title={words.join(', ')} className={styles.late} data-priority={ticket.priority}>
      <Icon of={ClockAlert} size="small" />
      <span aria-hidden>{t(past ? 'targets.lateShort' : 'targets.lateStepShort')}</span>
      <VisuallyHidden>{words.join(', ')}</VisuallyHidden>
    </span>
  );
}

/** What it tells of is over, by its devices' own word. */
function Returned({ row: { ticket } }: { readonly row: Row }) {
  const t = useT();
  const { returned, state } = ticket;
  if (returned === undefined || state === 'closed') return null;
  const words = returnedWords(t, returned);
  const { condition, at } = returned;
  return (
    <span title={words} className={styles.promise}>
      <Chip>
        <span aria-hidden>{t('desk.returned.short', { condition, time: clockMinute(millis(at)) })}</span>
        <VisuallyHidden>{words}</VisuallyHidden>
      </Chip>
    </span>
  );
}

/** How far it is to what has to be done next. */
function Bar({ row: { ticket } }: { readonly row: Row }) {
  const due = useDue(ticket);
  if (due === undefined) return null;
  return (
    <span title={due.words} className={styles.bar}>
      <AgeBar age={due.age} target={due.target} priority={ticket.priority} />
    </span>
  );
}

function Whose({ row }: { readonly row: Row }): ReactNode {
  const speaker = useSpeaker();
  const { t, people } = speaker;
  const intent = row.intents[0];
  const { outcome } = row.ticket;
  if (row.confirmed?.state === 'closed' && outcome !== undefined)
    return <span className={styles.owner}>{t(`desk.outcome.${outcome}`)}</span>;
  if (!unsure(row) && intent !== undefined && row.ticket.owner === undefined) {
    const who = intent.person === undefined ? intent.seat : nameOf(people, intent.person);
    const words = t('desk.intends', { who });
    return (
      <span title={words} className={styles.intent}>
        <Chip kind="pending">
          <span className="cut">{words}</span>
        </Chip>
      </span>
    );
  }
  const owner = ownerOf(speaker, row);
  return (
    <>
      <CallbackChip row={row} />
      {unsure(row) && <Chip kind="pending">{t('desk.unconfirmed')}</Chip>}
      <span className={styles.owner}>
        {row.mine && <Icon of={UserCheck} size="small" className={styles.own} />}
        {row.mine ? <b>{owner}</b> : owner}
      </span>
    </>
  );
}

/** Somebody who waits to be called back is about to be let down, or has been. */
function CallbackChip({ row }: { readonly row: Row }) {
  const { t } = useLanguage();
  const risk = promiseAtRisk(row.ticket, useNow());
  if (risk === undefined) return null;
  const { minutes } = risk;
  const words = t(`promise.${risk.state}`, { minutes });
  return (
    <span title={words} className={styles.promise}>
      <Chip kind="stale">
        <span aria-hidden>{t(`promise.short.${risk.state}`, { minutes })}</span>
        <VisuallyHidden>{words}</VisuallyHidden>
      </Chip>
    </span>
  );
}
