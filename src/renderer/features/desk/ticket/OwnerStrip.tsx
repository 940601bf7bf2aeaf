import { CircleCheck, UserCheck, UserRound } from 'lucide-react';
import { millis } from '../../../../shared/wire/time.ts';
import { momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { Chip, Icon } from '../../../ui/index.ts';
import { nameOf } from '../../session/index.ts';
import type { Row } from '../model.ts';
import { useSpeaker } from '../speaker.ts';
import { whoIs } from '../words.ts';
import { Actions } from './Actions.tsx';
import styles from './Ticket.module.css';

/** Whose it is, and what one may do with it. */
export function OwnerStrip({ row }: { readonly row: Row }) {
  const { t } = useLanguage();
  const { people, viewer } = useSpeaker();
  const { ticket, confirmed, pending } = row;
  const owned = ticket.owner !== undefined && ticket.state !== 'closed';
  const unsure =
    pending.length > 0 &&
    (confirmed?.owner?.person !== ticket.owner?.person || confirmed?.state !== ticket.state);
  const to = ticket.handoverTo;
  return (
    <div className={styles.strip}>
      <Icon
        of={ticket.state === 'closed' ? CircleCheck : owned ? UserCheck : UserRound}
        className={styles.stripIcon}
      />
      <span className={styles.owner}>
        <Ownership row={row} />
        {unsure && <Chip kind="pending">{t('desk.unconfirmed')}</Chip>}
        {to !== undefined && (
          <Chip>
            {to === viewer.me?.id ? t('desk.offeredToYou') : t('desk.offeredTo', { who: nameOf(people, to) })}
          </Chip>
        )}
      </span>
      <Actions row={row} />
    </div>
  );
}

function Ownership({ row }: { readonly row: Row }) {
  const { t, locale } = useLanguage();
  const speaker = useSpeaker();
  const { people } = speaker;
  const { state, owner, acknowledgedBy, outcome, claimedAt, ownedSince, closedAt } = row.ticket;
  const since = (at: typeof claimedAt) =>
    at === undefined ? '' : ` ${t('desk.since', { time: momentOf(millis(at), Date.now(), locale) })}`;
  if (state === 'closed') {
    const words =
      outcome === undefined
        ? t('desk.closed')
        : t('desk.closedAs', { outcome: t(`desk.outcome.${outcome}`) });
    return (
      <>
        <b>{words}</b>
        <span className={styles.since}>{since(closedAt)}</span>
      </>
    );
  }
  if (owner === undefined)
    return (
      <>
        <b>{t('desk.free')}</b>
        {row.intents.map((intent) => (
          <Chip key={intent.seat} kind="pending">
            {t('desk.intendsSince', {
              who: intent.person === undefined ? intent.seat : nameOf(people, intent.person),
              time: momentOf(millis(intent.at), Date.now(), locale),
            })}
          </Chip>
        ))}
        {acknowledgedBy !== undefined && (
          <span className={styles.since}>
            {' '}
            {t('desk.heardBy', { who: whoIs(speaker, acknowledgedBy.person) })}
          </span>
        )}
      </>
    );
  return (
    <>
      <b>{row.mine ? t('desk.yours') : t('desk.theirs', { who: nameOf(people, owner.person) })}</b>
      <span className={styles.since}>{since(ownedSince ?? claimedAt)}</span>
    </>
  );
}
