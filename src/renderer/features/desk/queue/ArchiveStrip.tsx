import { useT } from '../../../lib/i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import styles from './Queue.module.css';
import { type Archive, useMayReadArchive } from './search.ts';

/** Under what the seat has found: the way to what only the hub has, and how far that is. */
export function ArchiveStrip({ archive: { state, tickets, look } }: { readonly archive: Archive }) {
  const t = useT();
  const may = useMayReadArchive();
  const failed = state === 'away' || state === 'silent' || (state === 'refused' && may);
  const words =
    state === 'idle' || state === 'found'
      ? undefined
      : state === 'all'
        ? t('queue.archive.all', { n: tickets.length })
        : state === 'refused' && !may
          ? t('queue.archive.notYours')
          : t(`queue.archive.${state}`);
  return (
    <div className={styles.archive}>
      {/* There before its words are, so that they are read when they come. */}
      <span role="status" className="grow">
        {words}
      </span>
      {(state === 'idle' || state === 'found' || failed) && (
        <Button onClick={look}>
          {t(failed ? 'queue.archive.again' : state === 'idle' ? 'queue.archive.idle' : 'queue.archive.more')}
        </Button>
      )}
    </div>
  );
}
