import { useDesk } from '../board.ts';
import styles from './TicketLine.module.css';

interface TicketLineProps {
  readonly id: string;
  /** « 0417 Malaise » */
  readonly name: string;
  /** how it stands, and where or when */
  readonly detail: string;
}

/** Another ticket in two lines, each cut where there is no room for it; opens it. */
export function TicketLine({ id, name, detail }: TicketLineProps) {
  const show = useDesk((desk) => desk.show);
  return (
    <button type="button" className={styles.line} title={`${name}, ${detail}`} onClick={() => show(id)}>
      <span className={styles.name}>{name}</span>
      <small className="cut">{detail}</small>
    </button>
  );
}
