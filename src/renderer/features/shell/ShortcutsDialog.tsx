import { useT } from '../../lib/i18n/index.tsx';
import { inForce, useCap, useKeys } from '../../lib/keys/index.ts';
import { Dialog, Kbd, VisuallyHidden } from '../../ui/index.ts';
import styles from './ShortcutsDialog.module.css';

/** All shortcuts that work where the operator is now, after those that always do. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const cap = useCap();
  const list = inForce(useKeys().list());
  return (
    <Dialog title={t('shell.shortcuts')} closeLabel={t('common.close')} onClose={onClose}>
      <dl className={styles.list}>
        <Line does={t('shell.key.arrows')} shown="↑ ↓ ← →" />
        <Line does={t('shell.key.send')} shown="Ctrl ↵" />
        <Line does={t('shell.key.leave')} shown={t('common.escape')} />
        {list.map(({ keys, label, shown }) => (
          <Line key={keys} does={t(label)} shown={cap(shown)} />
        ))}
      </dl>
    </Dialog>
  );
}

function Line({ does, shown }: { readonly does: string; readonly shown: string }) {
  return (
    <div className={styles.line}>
      <dt>{does}</dt>
      <dd>
        <Kbd>{shown}</Kbd>
        <VisuallyHidden>{shown}</VisuallyHidden>
      </dd>
    </div>
  );
}
