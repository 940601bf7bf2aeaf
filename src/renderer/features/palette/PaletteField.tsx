import { Search } from 'lucide-react';
import { useT } from '../../lib/i18n/index.tsx';
import { Icon, Kbd } from '../../ui/index.ts';
import styles from './Palette.module.css';

/** Looks like the field it opens. */
export function PaletteField({ onOpen }: { readonly onOpen: () => void }) {
  const t = useT();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      className={styles.open}
      onClick={onOpen}
    >
      <Icon of={Search} />
      <span className="cut">{t('palette.title')}</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
