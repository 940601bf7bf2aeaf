import { CircleAlert, Hourglass, Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './States.module.css';

interface StateProps {
  readonly title: string;
  /** why it is so, and what comes next */
  readonly detail?: string | undefined;
  /** what can be done about it */
  readonly children?: ReactNode;
}

function State({
  icon,
  title,
  detail,
  children,
  role,
}: StateProps & { icon: LucideIcon; role: 'status' | 'alert' }) {
  return (
    <div role={role} className={styles.state}>
      <Icon of={icon} size="large" />
      <p className={styles.title}>{title}</p>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      {children}
    </div>
  );
}

export const EmptyState = (props: StateProps) => <State {...props} icon={Inbox} role="status" />;
export const LoadingState = (props: StateProps) => <State {...props} icon={Hourglass} role="status" />;
export const ErrorState = (props: StateProps) => <State {...props} icon={CircleAlert} role="alert" />;
