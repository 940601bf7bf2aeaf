import { useT } from '../../lib/i18n/index.tsx';
import { useCap, useKeys } from '../../lib/keys/index.ts';
import { Dialog, Kbd } from '../../ui/index.ts';
import styles from './ShortcutsDialog.module.css';

/** All shortcuts that work where the operator is now. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const cap = useCap();
  const list = useKeys().list();
  const once = [...new Map(list.map((shortcut) => [shortcut.label, shortcut])).values()];
  return (
    <Dialog title={t('shell.shortcuts')} closeLabel={t('common.close')} onClose={onClose}>
      <dl className={styles.list}>
        <div className={styles.line}>
          <dt>{t('shell.key.arrows')}</dt>
          <dd>
            <Kbd>↑ ↓ ← →</Kbd>
          </dd>
        </div>
        {once.map((shortcut) => (
          <div key={shortcut.label} className={styles.line}>
            <dt>{t(shortcut.label)}</dt>
            <dd>
              <Kbd>{cap(shortcut.shown)}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
