import type { ReactNode } from 'react';
import styles from './Rows.module.css';

interface RowsProps {
  readonly children: ReactNode;
}

/** Things with much to say of each, one below the other. */
export const Rows = ({ children }: RowsProps) => <ul className={styles.rows}>{children}</ul>;

interface RowProps {
  /** what it is */
  readonly head: ReactNode;
  /** what is said of it */
  readonly children: ReactNode;
  /** what can be done with it */
  readonly action?: ReactNode;
}

export const Row = ({ head, children, action }: RowProps) => (
  <li className={styles.row}>
    <div>{head}</div>
    <div>{children}</div>
    {action}
  </li>
);
