import { SquareSlash } from 'lucide-react';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, EmptyState, Icon, PriorityMark } from '../../ui/index.ts';
import { shortRef, useDesk } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import styles from './Procedure.module.css';
import { type SkippedStep, skippedSteps } from './skipped.ts';

interface SkippedStepsProps {
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** For supervisors: mandatory steps that were left out and why, and files of procedures that the hub could not take. */
export function SkippedSteps({ onTicket }: SkippedStepsProps) {
  const { t } = useLanguage();
  const tickets = useDesk((desk) => desk.tickets);
  const skipped = skippedSteps(tickets.values(), useNow());
  return (
    <>
      <RefusedFiles />
      {skipped.length === 0 ? (
        <EmptyState title={t('procedure.nothingSkipped')} detail={t('procedure.nothingSkippedDetail')} />
      ) : (
        <section className={styles.page} aria-label={t('procedure.skippedTitle')}>
          <h3>{t('procedure.skippedTitle')}</h3>
          <ul className={styles.list}>
            {skipped.map((one) => (
              <Skipped key={`${one.mark.cmd} ${one.mark.step.id}`} skipped={one} onTicket={onTicket} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Skipped({
  skipped: { ticket, mark },
  onTicket,
}: SkippedStepsProps & { readonly skipped: SkippedStep }) {
  const { t, locale } = useLanguage();
  const people = useSession(({ view }) => view?.people) ?? [];
  return (
    <li className={styles.told}>
      <PriorityMark priority={ticket.priority} />
      <span className="grow">
        <b>{mark.step.text}</b>
        <span className={styles.particulars}>
          {t('procedure.skippedBy', { who: nameOf(people, mark.person), motive: mark.motive ?? '' })}
        </span>
        <span className={styles.particulars}>
          {t('desk.onTicket', { ref: shortRef(ticket, t), place: `${ticket.title}, ${ticket.place.label}` })}
        </span>
      </span>
      <time className="quiet figures">{momentOf(millis(mark.at), Date.now(), locale)}</time>
      <Button onClick={() => onTicket(ticket.id)}>{t('procedure.open')}</Button>
    </li>
  );
}

function RefusedFiles() {
  const { t } = useLanguage();
  const published = useRoomData((data) => data.procedure);
  const refused = [...published.values()].flatMap((one) => (one.state === 'refused' ? one : []));
  if (refused.length === 0) return null;
  return (
    <section className={styles.page} aria-label={t('procedure.refusedTitle')}>
      <h3>{t('procedure.refusedTitle')}</h3>
      <p className="quiet">{t('procedure.refusedWhy')}</p>
      <ul className={styles.list}>
        {refused.map(({ file, faults }) => (
          <li key={file} className={styles.told}>
            <Icon of={SquareSlash} />
            <span className="grow">
              <b className="id">{file}</b>
              {faults.map((fault) => (
                <span key={fault} className={styles.particulars}>
                  {fault}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
