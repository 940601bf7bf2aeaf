import { X } from 'lucide-react';
import { useRef } from 'react';
import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import type { DeskOp } from '../../../../shared/wire/command.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, IconButton } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import type { Row } from '../model.ts';
import type { Made } from '../store.ts';
import { refusalWords, shortRef } from '../words.ts';
import styles from './Bulk.module.css';
import { outcomesOf } from './outcome.ts';

/** What was done to several tickets. */
export interface Done {
  readonly op: DeskOp;
  readonly what: string;
  readonly made: readonly Made[];
  readonly rows: readonly Row[];
}

/** What became of it, each for itself: what was refused is listed, the rest is done; a claim can be undone. */
export function BulkResult({ done, onClose }: { readonly done: Done; readonly onClose: () => void }) {
  const t = useT();
  const outbox = useDesk((desk) => desk.outbox);
  const actOnEach = useDesk((desk) => desk.actOnEach);
  const seen = useRef(new Map<string, OutboxItem>());
  for (const item of outbox)
    if (item.state === 'refused' || item.state === 'held') seen.current.set(item.cmd, item);
  const { done: ended, waiting, refused } = outcomesOf(done.made, outbox, seen.current);
  const byId = new Map(done.rows.map(({ ticket }) => [ticket.id as string, ticket]));
  const why = (item: OutboxItem | undefined): string =>
    item === undefined ? t('queue.bulk.notKept') : (refusalWords(t, item) ?? t('queue.bulk.held'));
  const undo = () => {
    void actOnEach(
      'ticket.release',
      [...ended, ...waiting].map((ticket) => ({ ticket })),
    );
    onClose();
  };
  return (
    <div className={styles.result}>
      <div className={styles.head}>
        <p role="status" className="grow">
          {t('queue.bulk.title', {
            what: done.what,
            done: ended.length,
            waiting: waiting.length,
            refused: refused.length,
          })}
        </p>
        <IconButton icon={X} label={t('common.close')} onClick={onClose} />
      </div>
      {done.op === 'ticket.claim' && ended.length + waiting.length > 0 && (
        <Button onClick={undo}>{t('queue.bulk.undo')}</Button>
      )}
      {refused.length > 0 && (
        <ul className={styles.refused}>
          {refused.map(({ ticket, item }) => (
            <li key={ticket}>
              {t('queue.bulk.refused', {
                ref: shortRef(byId.get(ticket), t),
                title: byId.get(ticket)?.title ?? '',
                why: why(item),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
