import { type FormEvent, useMemo, useState } from 'react';
import { summarise } from '../../../shared/shift/summary.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, Section, TextArea } from '../../ui/index.ts';
import { useBoard, useDesk, useViewer } from '../desk/index.ts';
import { PersonField } from '../seats/index.ts';
import { MatterList } from './MatterList.tsx';
import styles from './Shift.module.css';

/** Under which the desk keeps the note as far as it is written: a call that is answered meanwhile must not lose it. */
const NOTE = 'shift';

/** Who leaves names who takes over, writes what the list doesn't say, and sees what goes with it. */
export function PrepareShift({ onTicket }: { readonly onTicket: (ticket: string) => void }) {
  const { t } = useLanguage();
  const { me } = useViewer();
  const rows = useBoard((board) => board.rows);
  const alarms = useRoomData(({ alarm }) => alarm);
  const unconfirmed = useBoard((board) => board.waiting.length);
  const act = useDesk((desk) => desk.act);
  const [to, setTo] = useState<string>();
  const note = useDesk((desk) => desk.notes.get(NOTE) ?? '');
  const write = useDesk((desk) => desk.write);
  const [turn, setTurn] = useState(0);
  const matters = useMemo(
    () =>
      me === undefined
        ? []
        : summarise(
            [...rows.values()].map(({ ticket }) => ticket),
            alarms.values(),
            me.id,
          ),
    [rows, alarms, me],
  );
  if (me === undefined) return null;
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (to === undefined) return;
    const args = { to, note: note.trim(), matters, unconfirmed };
    if (!(await act('shift.offer', crypto.randomUUID(), args))) return;
    setTo(undefined);
    write(NOTE, '');
    setTurn(turn + 1);
  }
  return (
    <Section title={t('shift.prepare')}>
      <form className={styles.prepare} onSubmit={(event) => void send(event)}>
        <div className={styles.fields}>
          <PersonField
            key={turn}
            label={t('shift.to')}
            hint={t('shift.toHint')}
            except={[me.id]}
            onName={setTo}
          />
          <TextArea
            label={t('shift.note')}
            hint={t('shift.noteHint')}
            value={note}
            maxLength={4_000}
            onChange={(event) => write(NOTE, event.target.value)}
          />
          <Button
            type="submit"
            look="primary"
            size="large"
            shortcut="Ctrl ↵"
            off={to === undefined ? t('shift.nameFirst') : undefined}
          >
            {t('shift.offer')}
          </Button>
        </div>
        <div>
          <h4 className={styles.title}>{t('shift.goesWith')}</h4>
          {unconfirmed > 0 && <p className="stale">{t('shift.unconfirmed', { n: unconfirmed })}</p>}
          <MatterList matters={matters} owner={me.id} onTicket={onTicket} />
        </div>
      </form>
    </Section>
  );
}
