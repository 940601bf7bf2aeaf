import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { clockTime, useLanguage } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { type Notice, useNotices } from '../../lib/notices/index.ts';
import { Button, classes, Icon, IconButton, Menu } from '../../ui/index.ts';
import { inOrder } from './notice-order.ts';
import styles from './Shell.module.css';

interface NoticeListProps {
  /** brings the ticket before the operator; without it nothing is opened from here */
  readonly onTicket?: (ticket: string) => void;
}

/**
 * What must be seen, what is about a ticket first, in a row of its own: it takes room from the work and covers none of
 * it. One line, whatever there is: the others are a list behind a button that says how many.
 */
export function NoticeList({ onTicket }: NoticeListProps) {
  const { t } = useLanguage();
  const list = useNotices((notices) => notices.list);
  const dismiss = useNotices((notices) => notices.dismiss);
  const ordered = inOrder(list);
  const [first, ...rest] = ordered;
  const open = (notice: Notice) => {
    if (notice.ticket !== undefined) onTicket?.(notice.ticket);
    dismiss(notice.id); // it has been seen
  };
  const mayOpen = onTicket !== undefined && first?.ticket !== undefined;
  useShortcut(
    { keys: 'Shift+O', shown: '⇧ O', label: 'shell.key.notice', run: () => first && open(first) },
    mayOpen,
  );
  useShortcut(
    { keys: 'Shift+X', shown: '⇧ X', label: 'shell.key.noticeSeen', run: () => first && dismiss(first.id) },
    first !== undefined,
  );
  return (
    <div className={styles.notices}>
      <Hint />
      {/* Good news waits until the screen reader has done with what it says. */}
      {(['alert', 'status'] as const).map((role) => (
        <div key={role} role={role} className={styles.first}>
          {first !== undefined && role === (first.calm === undefined ? 'alert' : 'status') && (
            <One
              key={first.id}
              notice={first}
              shortcut={mayOpen ? '⇧ O' : undefined}
              onOpen={onTicket === undefined ? undefined : () => open(first)}
            />
          )}
        </div>
      ))}
      <div role="status" className={styles.others}>
        {rest.length > 0 && (
          <Menu
            button={
              <Button aria-label={t('shell.notice.others', { n: rest.length })}>
                {t('shell.notice.more', { n: rest.length })}
              </Button>
            }
            choices={rest.map((notice) => ({
              id: String(notice.id),
              label: `${clockTime(notice.at)} ${notice.text}`,
              onChoose: () => open(notice),
            }))}
          />
        )}
      </div>
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
const SIGNS = { done: CircleCheck, news: Info } as const;

function One({ notice: { id, text, at, ticket, ref, calm }, shortcut, onOpen }: OneProps) {
  const { t } = useLanguage();
  const dismiss = useNotices((notices) => notices.dismiss);
  return (
    <div className={classes(styles.notice, calm && styles.calm)}>
      <Icon of={calm === undefined ? CircleAlert : SIGNS[calm]} />
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
