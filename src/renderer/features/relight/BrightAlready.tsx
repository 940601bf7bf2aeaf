import type { BrightStreet } from '../../../shared/advice/relight.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, type Translate, useT } from '../../lib/i18n/index.tsx';
import { classes } from '../../ui/index.ts';
import { shortRef, useBoard } from '../desk/index.ts';
import type { BrightBy } from './bright-by.ts';
import type { DistrictLamp } from './near-lamps.ts';
import styles from './Relight.module.css';

interface BrightAlreadyProps {
  readonly ticket: Ticket;
  readonly bright: BrightStreet<DistrictLamp>;
  readonly by: BrightBy | undefined;
  /** the hub is not heard: this is how it was */
  readonly offline: boolean;
}

/** Why there is nothing to press: how bright the street is already, by what, and until when. */
export function BrightAlready({ ticket, bright, by, offline }: BrightAlreadyProps) {
  const t = useT();
  const rows = useBoard((board) => board.rows);
  const { street, lamps, level } = bright;
  const refOf = (id: string) => shortRef(rows.get(id)?.ticket, t);
  return (
    <p className={classes(styles.words, offline && 'stale')}>
      {t('relight.bright', { street, lamps: lamps.length, level })}
      {by !== undefined && `, ${byWords(t, by, ticket, refOf)}`}
      {offline && ` · ${t('relight.lastKnown')}`}
      {'. '}
      <span className={styles.limits}>{t('relight.brightEnough')}</span>
    </p>
  );
}

function byWords(t: Translate, by: BrightBy, ticket: Ticket, refOf: (id: string) => string): string {
  if (by.kind === 'incident') {
    const time = clockMinute(by.incident.until);
    return by.incident.ticket.id === ticket.id
      ? t('relight.brightBy.own', { time })
      : t('relight.brightBy.incident', { ref: shortRef(by.incident.ticket, t), time });
  }
  const time = clockMinute(millis(by.order.until));
  return by.order.ticket === undefined
    ? t('relight.brightBy.order', { time })
    : t('relight.brightBy.orderFor', { ref: refOf(by.order.ticket), time });
}
