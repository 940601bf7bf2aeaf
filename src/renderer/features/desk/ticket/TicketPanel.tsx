import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { useMedia } from '../../../lib/media/index.ts';
import { EmptyState, LoadingState, Panel, useKeepsFocus } from '../../../ui/index.ts';
import { useBoard, useDesk } from '../board.ts';
import { LinkedTickets } from '../link/LinkedTickets.tsx';
import { LinkForm } from '../link/LinkForm.tsx';
import type { Row } from '../model.ts';
import { Commands } from './Commands.tsx';
import { ComposerStrip } from './Composer.tsx';
import { Facts } from './Facts.tsx';
import { OwnerStrip } from './OwnerStrip.tsx';
import { PromiseForm } from './PromiseForm.tsx';
import { PromiseLine } from './PromiseLine.tsx';
import { type FilesSlot, RecalledTicket } from './RecalledTicket.tsx';
import styles from './Ticket.module.css';
import { TicketHead } from './TicketHead.tsx';
import { Timeline } from './Timeline.tsx';
import { UnsentForm } from './UnsentForm.tsx';

type Slot = (row: Row) => ReactNode;

/** What other features show with a ticket; given from above, so that the desk knows no player and no map. */
interface TicketPanelProps {
  /** what has been set going for it in the street, under its owner */
  readonly strip?: Slot;
  readonly cameras: Slot;
  /** files attached to it; of a ticket of the archives they are only read */
  readonly files: FilesSlot;
  readonly procedure?: Slot;
  readonly advice?: Slot;
  readonly units?: Slot;
  /** the form by which units are assigned */
  readonly assign: Slot;
}

const promise: Slot = (row) => <PromiseForm row={row} />;
const link: Slot = (row) => <LinkForm row={row} />;

/** Where one column holds all: what is decided stands before what is only looked up. As in Ticket.module.css. */
const ONE_COLUMN = '(max-width: 1599px)';

/** The open ticket. */
export function TicketPanel({ strip, cameras, files, procedure, advice, units, assign }: TicketPanelProps) {
  const t = useT();
  const selected = useDesk((desk) => desk.selected);
  const loaded = useDesk((desk) => desk.loaded);
  const row = useBoard((board) => (selected === undefined ? undefined : board.rows.get(selected)));
  const isNarrow = useMedia(ONE_COLUMN);
  const panel = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeepsFocus(panel, title);
  useLedTo(title);
  const body = useRef<HTMLDivElement>(null);
  const id = row?.ticket.id;
  // What is read first stands first: another ticket is not opened where the one before was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each ticket
  useLayoutEffect(() => {
    if (body.current !== null) body.current.scrollTop = 0;
  }, [id]);
  if (row === undefined) {
    return (
      <Panel ref={panel} label={t('desk.ticket')}>
        {loaded && selected !== undefined ? (
          <>
            <RecalledTicket id={selected} title={title} files={files} />
            <Commands />
          </>
        ) : loaded ? (
          <>
            <EmptyState title={t('desk.nothingOpen')} detail={t('desk.nothingOpenDetail')} />
            <Commands />
          </>
        ) : (
          <LoadingState title={t('common.loading')} />
        )}
      </Panel>
    );
  }
  return (
    <Panel ref={panel} label={t('desk.ticket')}>
      <TicketHead row={row} title={title} />
      <OwnerStrip row={row} />
      <PromiseLine row={row} />
      <UnsentForm row={row} />
      <ComposerStrip key={row.ticket.id} row={row} assign={assign} promise={promise} link={link} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={body} className={styles.body} tabIndex={0}>
        {strip?.(row)}
        {cameras(row)}
        <div className={styles.columns}>
          <div className={styles.column}>
            <Facts row={row} />
            {/* Each in a place of its own: parts that have the ticket's id as their key are no brothers. */}
            {isNarrow && <>{advice?.(row)}</>}
            {files(row, false)}
            {procedure?.(row)}
            {isNarrow && <>{units?.(row)}</>}
            <LinkedTickets row={row} />
            <Timeline row={row} />
          </div>
          <div className={styles.column}>
            {!isNarrow && advice?.(row)}
            {!isNarrow && units?.(row)}
            <Commands />
          </div>
        </div>
      </div>
    </Panel>
  );
}

/** Takes the keyboard when somebody is led here; asked at each drawing, for the ticket may come after the wish. */
function useLedTo(title: RefObject<HTMLElement | null>): void {
  const led = useDesk((desk) => desk.led);
  const arrive = useDesk((desk) => desk.arrive);
  useEffect(() => {
    if (!led || title.current === null) return;
    title.current.focus({ preventScroll: true });
    if (document.activeElement === title.current) arrive();
  });
}
