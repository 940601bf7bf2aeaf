import { PhoneForwarded } from 'lucide-react';
import { promiseAtRisk } from '../../../../shared/advice/promise.ts';
import { mayReadCaller } from '../../../../shared/rights/authorize.ts';
import { isPromised } from '../../../../shared/ticket/promise.ts';
import { millis } from '../../../../shared/wire/time.ts';
import { useNow } from '../../../lib/clock/index.ts';
import { momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Button, classes, Icon } from '../../../ui/index.ts';
import { allowed } from '../actions.ts';
import { useDesk, useViewer } from '../board.ts';
import type { Row } from '../model.ts';
import { CallerNumber } from './CallerNumber.tsx';
import styles from './Ticket.module.css';

/** Somebody waits to be called back: until when, and that the ticket can't be closed over it. */
export function PromiseLine({ row }: { readonly row: Row }) {
  const { t, locale } = useLanguage();
  const now = useNow();
  const compose = useDesk((desk) => desk.compose);
  const viewer = useViewer();
  const { ticket } = row;
  const run = () => compose('promise');
  const may = allowed(row, viewer, isPromised(ticket) ? 'ticket.keep' : 'ticket.promise');
  useShortcut({ keys: 'p', shown: 'P', label: 'desk.op.ticket.promise', run }, may);
  const { callback } = ticket;
  if (callback === undefined || !isPromised(ticket) || ticket.state === 'closed') return null;
  const risk = promiseAtRisk(ticket, now);
  const time = momentOf(millis(callback.due), now, locale);
  // To whom it was made is not for everybody; that it was, and until when, is.
  const { from } = callback;
  const { number, name = t('promise.someone') } = mayReadCaller(viewer.me) ? callback : {};
  return (
    <div className={classes(styles.promise, risk?.state === 'broken' && styles.broken)} role="status">
      <Icon of={PhoneForwarded} />
      <span className="grow">
        <b>{from === undefined ? t('promise.due', { time }) : t('promise.dueTo', { time, name })}</b>
        {risk !== undefined && (
          <b className={styles.risk}> {t(`promise.${risk.state}`, { minutes: risk.minutes })}</b>
        )}
        <span className="quiet"> {t('promise.beforeClosing')}</span>
        {from !== undefined && number !== undefined && <CallerNumber key={from} number={number} />}
      </span>
      {may && (
        <Button shortcut="P" onClick={run}>
          {t('promise.settle')}
        </Button>
      )}
    </div>
  );
}
