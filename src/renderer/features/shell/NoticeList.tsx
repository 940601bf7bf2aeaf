import { CircleAlert, X } from 'lucide-react';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { Icon, IconButton } from '../../ui/index.ts';
import styles from './Shell.module.css';

/** What failed, until it has been seen. */
export function NoticeList() {
  const t = useT();
  const list = useNotices((notices) => notices.list);
  const dismiss = useNotices((notices) => notices.dismiss);
  return (
    <div role="alert" className={styles.notices}>
      {list.map((notice) => (
        <div key={notice.id} className={styles.notice}>
          <Icon of={CircleAlert} />
          <span className={styles.words}>{notice.text}</span>
          <IconButton icon={X} label={t('common.dismiss')} onClick={() => dismiss(notice.id)} />
        </div>
      ))}
    </div>
  );
}
