import { type ReactNode, type RefObject, useCallback, useEffect, useState } from 'react';
import type { RecallAnswer } from '../../../../shared/ipc/model.ts';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import { millis } from '../../../../shared/wire/time.ts';
import { useBridge } from '../../../lib/bridge/index.tsx';
import { momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { useReport } from '../../../lib/notices/index.ts';
import { Button, EmptyState, ErrorState, LoadingState } from '../../../ui/index.ts';
import type { Row } from '../model.ts';
import { archivedRow } from '../queue/items.ts';
import { useMayReadArchive } from '../queue/search.ts';
import { Facts } from './Facts.tsx';
import styles from './Ticket.module.css';
import { TicketHead } from './TicketHead.tsx';
import { Entries } from './Timeline.tsx';

export type FilesSlot = (row: Row, readOnly: boolean) => ReactNode;

interface RecalledTicketProps {
  readonly id: string;
  readonly title: RefObject<HTMLHeadingElement | null>;
  readonly files: FilesSlot;
}
/** A ticket of the archives, fetched from the hub to be read: nothing is done to it here. */
export function RecalledTicket({ id, title, files }: RecalledTicketProps) {
  const { t, locale } = useLanguage();
  const { answer, ask } = useRecall(id);
  const may = useMayReadArchive();
  const closing = ({ closedAt, outcome }: Ticket): string | undefined =>
    closedAt === undefined || outcome === undefined
      ? undefined
      : t('queue.recall.closed', {
          at: momentOf(millis(closedAt), Date.now(), locale),
          outcome: t(`desk.outcome.${outcome}`),
        });
  switch (answer?.kind) {
    case undefined:
      return <LoadingState title={t('queue.recall.looking')} />;
    case 'gone':
      return <EmptyState title={t('queue.recall.gone')} />;
    case 'away':
      return (
        <ErrorState title={t('queue.recall.away')} detail={t('queue.recall.awayDetail')}>
          <Button onClick={ask}>{t('queue.archive.again')}</Button>
        </ErrorState>
      );
    case 'silent':
      return (
        <ErrorState title={t('queue.recall.silent')}>
          <Button onClick={ask}>{t('queue.archive.again')}</Button>
        </ErrorState>
      );
    case 'refused':
      return (
        <ErrorState
          title={t('queue.recall.refused')}
          detail={t(may ? 'queue.archive.refused' : 'queue.archive.notYours')}
        >
          {may && <Button onClick={ask}>{t('queue.archive.again')}</Button>}
        </ErrorState>
      );
    case 'found': {
      const row = archivedRow(answer.ticket);
      return (
        <>
          <TicketHead row={row} title={title} />
          <p className={styles.archived}>
            {[t('queue.recall.readOnly'), closing(answer.ticket)].filter(Boolean).join(' · ')}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div className={styles.body} tabIndex={0}>
            <div className={styles.columns}>
              <div className={styles.column}>
                <Facts row={row} />
                {files(row, true)}
              </div>
              <div className={styles.column}>
                <Entries events={answer.events} pending={[]} />
              </div>
            </div>
          </div>
        </>
      );
    }
  }
}

function useRecall(id: string): { readonly answer: RecallAnswer | undefined; readonly ask: () => void } {
  const bridge = useBridge();
  const report = useReport();
  const [asked, setAsked] = useState<{ readonly id: string; readonly answer: RecallAnswer }>();
  const ask = useCallback(() => {
    let wanted = true;
    setAsked(undefined);
    bridge.request('desk.recall', { ticket: id }).then(
      (answer) => wanted && setAsked({ id, answer }),
      (error) => {
        report('desk.recall', error);
        if (wanted) setAsked({ id, answer: { kind: 'silent' } });
      },
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, id]);
  useEffect(() => ask(), [ask]);
  return { answer: asked?.id === id ? asked.answer : undefined, ask: () => void ask() };
}
