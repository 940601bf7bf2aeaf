import { useState } from 'react';
import type { Ticket } from '../../../shared/ticket/model.ts';
import type { TicketOp } from '../../../shared/wire/command.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { allowed, MotiveField, useBoard, useDesk, useViewer } from '../desk/index.ts';
import { PersonField } from '../seats/index.ts';
import styles from './Room.module.css';

interface TransferBarProps {
  readonly tickets: readonly Ticket[];
  /** what was chosen is done, or given up */
  readonly onDone: () => void;
}

/**
 * What a supervisor does with several tickets at once: each is a command of its own, judged for itself. Taking them or
 * putting them back wants a motive, for it is done over somebody's head; passing them on wants the other's consent.
 */
export function TransferBar({ tickets, onDone }: TransferBarProps) {
  const t = useT();
  const viewer = useViewer();
  const rows = useBoard((board) => board.rows);
  const act = useDesk((desk) => desk.act);
  const [to, setTo] = useState<string>();
  const [motive, setMotive] = useState('');
  const [busy, setBusy] = useState(false);
  const why = motive.trim();
  const may = (op: TicketOp): readonly Ticket[] =>
    tickets.filter(({ id, owner }) => {
      const row = rows.get(id);
      return (
        row !== undefined && allowed(row, viewer, op) && !(op === 'ticket.handover' && owner?.person === to)
      );
    });
  const [passing, taking, returning] = [
    may('ticket.handover'),
    may('ticket.takeover'),
    may('ticket.release'),
  ];

  async function run(op: TicketOp, list: readonly Ticket[], args: object = {}): Promise<void> {
    setBusy(true);
    for (const { id } of list) if (!(await act(op, id, args, why === '' ? {} : { motive: why }))) break;
    setBusy(false);
    onDone();
  }
  const needsMotive = why === '' ? t('supervision.motiveFirst') : undefined;
  return (
    <section className={styles.bar} aria-label={t('supervision.transfer')}>
      <b className={styles.count} role="status">
        {t('supervision.chosen', { n: tickets.length })}
      </b>
      <PersonField
        label={t('supervision.passTo')}
        hint={t('supervision.passHint')}
        except={[]}
        onName={setTo}
      />
      <MotiveField value={motive} onWrite={setMotive} />
      <div className={styles.ways}>
        <Button
          look="primary"
          disabled={busy || passing.length === 0}
          off={to === undefined ? t('supervision.nameFirst') : undefined}
          onClick={() => void run('ticket.handover', passing, { to })}
        >
          {t('supervision.pass', { n: passing.length })}
        </Button>
        <Button
          disabled={busy || taking.length === 0}
          off={needsMotive}
          onClick={() => void run('ticket.takeover', taking)}
        >
          {t('supervision.take', { n: taking.length })}
        </Button>
        <Button
          disabled={busy || returning.length === 0}
          off={needsMotive}
          onClick={() => void run('ticket.release', returning)}
        >
          {t('supervision.release', { n: returning.length })}
        </Button>
        <Button look="bare" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </section>
  );
}
