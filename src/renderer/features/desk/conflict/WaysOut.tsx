import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Button } from '../../../ui/index.ts';
import { nameOf, useSession } from '../../session/index.ts';
import { allowed } from '../actions.ts';
import { useBoard, useDesk, useViewer } from '../board.ts';
import styles from './ConflictCard.module.css';

/** Leave it to who was faster, write to them on the ticket, or ask for it; a supervisor may take it. */
export function WaysOut({ conflict, winner }: { readonly conflict: OutboxItem; readonly winner: string }) {
  const t = useT();
  const viewer = useViewer();
  const people = useSession(({ view }) => view?.people);
  const row = useBoard((board) => board.rows.get(conflict.ticket));
  const { dismiss, select, compose, write, notes } = {
    dismiss: useDesk((desk) => desk.dismiss),
    select: useDesk((desk) => desk.select),
    compose: useDesk((desk) => desk.compose),
    write: useDesk((desk) => desk.write),
    notes: useDesk((desk) => desk.notes),
  };
  const mayTake = row !== undefined && allowed(row, viewer, 'ticket.takeover');
  const leave = () => void dismiss(conflict.cmd);
  /** @param proposed unless something was being written on that ticket already @param to who is told of it */
  function note(proposed?: string, to?: string): void {
    select(conflict.ticket);
    const written = notes.get(conflict.ticket) ?? '';
    if (proposed !== undefined || to !== undefined)
      write(conflict.ticket, written === '' ? (proposed ?? '') : written, to);
    compose('note');
    leave();
  }
  /** Why is asked for on the ticket itself. */
  function take(): void {
    select(conflict.ticket);
    compose('takeover');
    leave();
  }
  /** Who has it now, who may be another than who was faster; without one the note is for the ticket alone. */
  const { state, owner } = row?.confirmed ?? {};
  const holder = state === 'closed' || owner?.person === viewer.me?.id ? undefined : owner?.person;
  const name = holder === undefined ? undefined : nameOf(people ?? [], holder);
  const address = () => note(undefined, holder);
  const ask = () => note(t('desk.conflict.askText', { who: name ?? winner }), holder);

  useShortcut({ keys: 'Enter', shown: '↵', label: 'desk.key.conflictLeave', run: leave });
  useShortcut({ keys: 'e', manner: 'acts', shown: 'E', label: 'desk.key.conflictWrite', run: address });
  return (
    <footer className={styles.ways}>
      <Button look="primary" size="large" shortcut="↵" onClick={leave}>
        {t('desk.conflict.leave', { who: winner })}
      </Button>
      <Button size="large" shortcut="E" onClick={address}>
        {name === undefined ? t('desk.conflict.writeNote') : t('desk.conflict.write', { who: name })}
      </Button>
      <Button size="large" onClick={mayTake ? take : ask}>
        {t(mayTake ? 'desk.conflict.take' : 'desk.conflict.ask')}
      </Button>
    </footer>
  );
}
