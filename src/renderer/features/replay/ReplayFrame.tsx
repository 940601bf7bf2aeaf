import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import styles from './Replay.module.css';
import { useReplay } from './store.ts';
import { momentWords } from './words.ts';

/** What is in it is the past, and looks like nothing else. */
export function ReplayFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <ReplayBanner />
      {children}
    </div>
  );
}

/** Says above all else that this is the past, which moment of it, and how to get back. */
function ReplayBanner() {
  const { t, locale } = useLanguage();
  const at = useReplay((replay) => replay.at);
  const close = useReplay((replay) => replay.close);
  useShortcut({ keys: 'd', shown: 'D', label: 'replay.live', run: close });
  return (
    <header className={styles.banner}>
      <Icon of={History} size="large" />
      <p className={styles.moment}>
        <strong>{t('replay.title')}</strong> {momentWords(t, at, locale)}
      </p>
      <p className={styles.past}>{t('replay.past')}</p>
      <Button look="primary" size="large" shortcut="D" onClick={close}>
        {t('replay.live')}
      </Button>
    </header>
  );
}
