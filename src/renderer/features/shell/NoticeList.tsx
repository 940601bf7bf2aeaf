import { CircleAlert, Info, X } from 'lucide-react';
import { clockTime, useLanguage } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { type Notice, useNotices } from '../../lib/notices/index.ts';
import { Button, classes, Icon, IconButton, Menu } from '../../ui/index.ts';
import { inOrder } from './notice-order.ts';
import styles from './Shell.module.css';

/** At once: more are a list behind a button. */
const SHOWN = 2;

interface NoticeListProps {
  /** brings the ticket before the operator; without it nothing is opened from here */
  readonly onTicket?: (ticket: string) => void;
}

/** What must be seen, what is about a ticket first, in a row of its own: it takes room from the work and covers none of it. */
export function NoticeList({ onTicket }: NoticeListProps) {
  const { t } = useLanguage();
  const list = useNotices((notices) => notices.list);
  const dismiss = useNotices((notices) => notices.dismiss);
  const ordered = inOrder(list);
  const shown = ordered.slice(0, SHOWN);
  const rest = ordered.slice(SHOWN);
  const open = (notice: Notice) => {
    if (notice.ticket !== undefined) onTicket?.(notice.ticket);
    dismiss(notice.id); // it has been seen
  };
  const first = shown.find(({ ticket }) => ticket !== undefined);
  const mayOpen = onTicket !== undefined && first !== undefined;
  useShortcut(
    { keys: 'Shift+O', shown: '⇧ O', label: 'shell.key.notice', run: () => first && open(first) },
    mayOpen,
  );
  useShortcut(
    { keys: 'Shift+X', shown: '⇧ X', label: 'shell.key.noticeSeen', run: () => dismiss(ordered[0]!.id) },
    ordered.length > 0,
  );
  return (
    <div className={styles.notices}>
      <Hint />
      <div role="alert" className={styles.alerts}>
        {shown.map((notice) => (
          <One
            key={notice.id}
            notice={notice}
            shortcut={mayOpen && notice === first ? '⇧ O' : undefined}
            onOpen={onTicket === undefined ? undefined : () => open(notice)}
          />
        ))}
      </div>
      {rest.length > 0 && (
        <Menu
          button={<Button>{t('shell.notice.others', { n: rest.length })}</Button>}
          choices={rest.map((notice) => ({
            id: String(notice.id),
            label: `${clockTime(notice.at)} ${notice.text}`,
            onChoose: () => open(notice),
          }))}
        />
      )}
    </div>
  );
}

/** What is only worth knowing, for a moment. */
function Hint() {
  const hint = useNotices((notices) => notices.hint);
  return (
    <div role="status">
      {hint !== undefined && (
        <div className={classes(styles.notice, styles.hint)}>
          <Icon of={Info} />
          <span className={styles.words}>{hint}</span>
        </div>
      )}
    </div>
  );
}

interface OneProps {
  readonly notice: Notice;
  readonly shortcut: string | undefined;
  readonly onOpen: (() => void) | undefined;
}
function One({ notice: { id, text, at, ticket, ref }, shortcut, onOpen }: OneProps) {
  const { t } = useLanguage();
  const dismiss = useNotices((notices) => notices.dismiss);
  return (
    <div className={styles.notice}>
      <Icon of={CircleAlert} />
      <time className="figures">{clockTime(at)}</time>
      <span className={styles.words}>{text}</span>
      {ticket !== undefined && onOpen !== undefined && (
        <Button shortcut={shortcut} onClick={onOpen}>
          {t('shell.notice.open', { ref: ref ?? '' })}
        </Button>
      )}
      <IconButton icon={X} label={t('common.dismiss')} onClick={() => dismiss(id)} />
    </div>
  );
}
