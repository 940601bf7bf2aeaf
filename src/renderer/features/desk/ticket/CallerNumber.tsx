import { useState } from 'react';
import { masked } from '../../../../shared/call/masked.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import styles from './Ticket.module.css';

/** A number to call back: masked until it is asked for, for screens are overlooked. */
export function CallerNumber({ number }: { readonly number: string }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <span className={styles.number}>
      <span className="id">{shown ? number : masked(number)}</span>
      <Button
        look="bare"
        aria-pressed={shown}
        className={styles.reveal ?? ''}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'desk.hide' : 'desk.reveal')}
      </Button>
    </span>
  );
}
