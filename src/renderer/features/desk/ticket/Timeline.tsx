import type { TicketEvent } from '../../../../shared/ticket/model.ts';
import { millis } from '../../../../shared/wire/time.ts';
import { useSkew } from '../../../lib/clock/index.ts';
import { clockTime, momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { Section } from '../../../ui/index.ts';
import { useDesk } from '../board.ts';
import type { Row } from '../model.ts';
import { useSpeaker } from '../speaker.ts';
import { commandWords, eventWords } from '../words.ts';
import styles from './Ticket.module.css';

/** What happened to the ticket, latest first; what isn't confirmed yet stands on top and says so. */
export function Timeline({ row }: { readonly row: Row }) {
  const events = useDesk((desk) => desk.timeline);
  return <Entries events={events} pending={row.pending} />;
}

interface EntriesProps {
  /** oldest first; undefined while they are fetched */
  readonly events: readonly TicketEvent[] | undefined;
  readonly pending: Row['pending'];
}
/** A timeline of events that are given, as of a ticket of the archives. */
export function Entries({ events, pending }: EntriesProps) {
  const { t, locale } = useLanguage();
  const now = Date.now();
  const skew = useSkew();
  return (
    <Section title={t('desk.timeline')} aside={events === undefined ? t('common.loading') : undefined}>
      <ol className={styles.timeline} aria-label={t('desk.timeline')}>
        {pending.toReversed().map((item) => (
          <li key={item.cmd} className={styles.entry}>
            <time>{momentOf(millis(item.madeAt) - skew, now, locale)}</time>
            <span className="stale">{t('desk.notConfirmed', { what: commandWords(t, item) })}</span>
          </li>
        ))}
        {events?.toReversed().map((event) => (
          <Entry key={event.seq} event={event} now={now} />
        ))}
      </ol>
      {events?.length === 0 && pending.length === 0 && <p className="quiet">{t('desk.noTimeline')}</p>}
    </Section>
  );
}

/** Told so much later than done that it must be said, ms. */
const LATE = 2_000;

function Entry({ event, now }: { readonly event: TicketEvent; readonly now: number }) {
  const { t, locale } = useLanguage();
  const speaker = useSpeaker();
  const done = millis(event.madeAt ?? event.at);
  const late = event.madeAt !== undefined && millis(event.at) - done > LATE;
  return (
    <li className={styles.entry}>
      <time>{momentOf(done, now, locale)}</time>
      <span>
        {eventWords(speaker, event)}
        {late && (
          <span className="quiet"> · {t('desk.receivedAt', { time: clockTime(millis(event.at)) })}</span>
        )}
      </span>
    </li>
  );
}
