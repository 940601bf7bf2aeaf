import { useT } from '../../lib/i18n/index.tsx';
import { Chip, Section } from '../../ui/index.ts';
import { useViewer } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { PrepareShift } from './PrepareShift.tsx';
import styles from './Shift.module.css';
import { ShiftCard } from './ShiftCard.tsx';
import { useShifts } from './use-shifts.ts';

interface ShiftsProps {
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** « Relève »: what waits for an answer, the handover to prepare, and those of the last day to read again. */
export function Shifts({ onTicket }: ShiftsProps) {
  const t = useT();
  const { me } = useViewer();
  const people = useSession(({ view }) => view?.people) ?? [];
  const { shifts, pending } = useShifts();
  const waiting = shifts.filter(({ state }) => state === 'offered');
  const over = shifts.filter(({ state }) => state !== 'offered');
  const kept = pending.filter(
    ({ op, ticket }) => op === 'shift.offer' && !shifts.some(({ id }) => id === ticket),
  );
  const mineFirst = waiting.toSorted((a, b) => Number(b.to === me?.id) - Number(a.to === me?.id));
  return (
    <>
      {(waiting.length > 0 || kept.length > 0) && (
        <Section title={t('shift.waiting')}>
          {kept.map(({ cmd, args }) => (
            <p key={cmd} className={styles.kept}>
              {t('shift.keptOffer', { to: nameOf(people, String(args.to)) })}
              <Chip kind="pending">{t('desk.unconfirmed')}</Chip>
            </p>
          ))}
          {mineFirst.map((shift) => (
            <ShiftCard key={shift.id} shift={shift} onTicket={onTicket} />
          ))}
        </Section>
      )}
      <PrepareShift onTicket={onTicket} />
      {over.length > 0 && (
        <Section title={t('shift.over')}>
          {over.map((shift) => (
            <ShiftCard key={shift.id} shift={shift} onTicket={onTicket} />
          ))}
        </Section>
      )}
    </>
  );
}
