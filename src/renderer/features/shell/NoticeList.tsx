import { CircleAlert, Info, X } from 'lucide-react';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { classes, Icon, IconButton } from '../../ui/index.ts';
import styles from './Shell.module.css';

/** What failed, until it has been seen; what is only worth knowing, for a moment. */
export function NoticeList() {
  const t = useT();
  const list = useNotices((notices) => notices.list);
  const dismiss = useNotices((notices) => notices.dismiss);
  const hint = useNotices((notices) => notices.hint);
  return (
    <div className={styles.notices}>
      <div role="status">
        {hint !== undefined && (
          <div className={classes(styles.notice, styles.hint)}>
            <Icon of={Info} />
            <span className={styles.words}>{hint}</span>
          </div>
        )}
      </div>
      <div role="alert" className={styles.alerts}>
        {list.map((notice) => (
          <div key={notice.id} className={styles.notice}>
            <Icon of={CircleAlert} />
            <span className={styles.words}>{notice.text}</span>
            <IconButton icon={X} label={t('common.dismiss')} onClick={() => dismiss(notice.id)} />
          </div>
        ))}
      </div>
    </div>
  );
}
