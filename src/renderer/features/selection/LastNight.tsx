import { useState } from 'react';
import type { LampKey } from '../../../shared/lamp/selection.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { SelectionNight } from '../energy/index.ts';
import styles from './Selection.module.css';

/** What the selected lamps used last night, folded until somebody asks. */
export function LastNight({ keys }: { readonly keys: ReadonlySet<LampKey> }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('energy.night.title')}</summary>
      {open && <SelectionNight keys={keys} />}
    </details>
  );
}
