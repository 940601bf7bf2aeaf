import type { LucideIcon } from 'lucide-react';
import { CircleX, Hourglass, PauseCircle } from 'lucide-react';
import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import { authorize } from '../../../../shared/rights/authorize.ts';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import { targetType } from '../../../../shared/wire/command.ts';
import { millis } from '../../../../shared/wire/time.ts';
import { useSkew } from '../../../lib/clock/index.ts';
import { momentOf, useLanguage } from '../../../lib/i18n/index.tsx';
import { Button, classes, Icon, Section } from '../../../ui/index.ts';
import { isStale, useLink } from '../../link/index.ts';
import { nameOf } from '../../session/index.ts';
import { useBoard, useDesk, useViewer } from '../board.ts';
import { useSpeaker } from '../speaker.ts';
import { standingWords } from '../standing.ts';
import { opWords, refusalWords, shortRef } from '../words.ts';
import styles from './Ticket.module.css';

/** What this seat has sent or keeps, what was refused, what is held back: of all tickets, since none may be missed. */
export function Commands() {
  const { t } = useLanguage();
  const waiting = useBoard((board) => board.waiting);
  const refused = useBoard((board) => board.refused);
  const held = useBoard((board) => board.held);
  const stale = useLink((link) => isStale(link.state));
  return (
    <>
      {refused.length > 0 && (
        <Section title={t('desk.refused')} aside={t('desk.refusedCount', { n: refused.length })}>
          <List items={refused} icon={CircleX} />
        </Section>
      )}
      {held.length > 0 && (
        <Section title={t('desk.held')} aside={t('desk.heldCount', { n: held.length })}>
          <List items={held} icon={PauseCircle} />
          <p className={styles.why}>{t('desk.heldWhy')}</p>
        </Section>
      )}
      {stale && waiting.length > 0 && (
        <Section
          title={t('desk.waiting')}
          aside={<span className="stale">{t('desk.waitingCount', { n: waiting.length })}</span>}
        >
          <List items={waiting} icon={Hourglass} />
          <p className={styles.why}>{t('desk.waitingWhy')}</p>
        </Section>
      )}
    </>
  );
}

function List({ items, icon }: { readonly items: readonly OutboxItem[]; readonly icon: LucideIcon }) {
  return (
    <ul className={styles.commands}>
      {items.map((item) => (
        <Line key={item.cmd} item={item} icon={icon} />
      ))}
    </ul>
  );
}

function Line({ item, icon }: { readonly item: OutboxItem; readonly icon: LucideIcon }) {
  const { t, locale } = useLanguage();
  const speaker = useSpeaker();
  const { people } = speaker;
  const dismiss = useDesk((desk) => desk.dismiss);
  const withdraw = useDesk((desk) => desk.withdraw);
  const create = useDesk((desk) => desk.create);
  const { me } = useViewer();
  const mayCreate = me !== undefined && authorize(me, 'ticket.create', { kind: 'ticket' }).ok;
  const skew = useSkew();
  const mayGo = useBoard((board) => isLastUnsent(item, board.waiting));
  const row = useBoard((board) => board.rows.get(item.ticket));
  const rival = row?.intents[0];
  const over = item.state === 'refused' || item.state === 'held';
  const notes = [
    momentOf(millis(item.madeAt) - skew, Date.now(), locale),
    standingWords(speaker, item) ?? refusalWords(t, item),
    rival === undefined || item.op !== 'ticket.claim'
      ? undefined
      : t('desk.rival', {
          who: rival.person === undefined ? rival.seat : nameOf(people, rival.person),
          time: momentOf(millis(rival.at), Date.now(), locale),
        }),
  ];
  return (
    <li className={styles.command}>
      <Icon of={icon} className={classes(item.state !== 'refused' && 'stale')} />
      <span className={styles.commandWords}>
        <b>{opWords(t, item)}</b> <OnTicket item={item} ticket={row?.ticket} />
        <small className={classes(rival !== undefined && 'stale')}>{notes.filter(Boolean).join(' · ')}</small>
      </span>
      {mayGo && <Button onClick={() => void withdraw(item.cmd)}>{t('desk.withdraw')}</Button>}
      {item.state === 'refused' && item.op === 'ticket.create' && mayCreate && (
        <Button onClick={() => create({ mend: item })}>{t('desk.mend')}</Button>
      )}
      {over && (
        <Button onClick={() => void dismiss(item.cmd)}>
          {t(item.state === 'held' ? 'desk.giveUp' : 'common.dismiss')}
        </Button>
      )}
    </li>
  );
}

/** What has left can't be taken back, nor what something else was made on. */
const isLastUnsent = (item: OutboxItem, waiting: readonly OutboxItem[]): boolean =>
  item.unsent === true && waiting.findLast(({ ticket }) => ticket === item.ticket)?.cmd === item.cmd;

const isOnTicket = ({ op }: OutboxItem): boolean => targetType(op) === 'ticket';

/** « 0421, place Wilson », what was to be opened, or « sur 0417 : “pompiers sur place” » for what carries a note. */
function OnTicket({ item, ticket }: { readonly item: OutboxItem; readonly ticket: Ticket | undefined }) {
  const { t } = useLanguage();
  if (!isOnTicket(item)) return null;
  if (item.op === 'ticket.create' && typeof item.args.title === 'string') return item.args.title;
  const place = ticket?.place.label ?? item.about?.place;
  const ref = shortRef(ticket ?? item.about, t);
  const note = item.args.text ?? item.args.note;
  if (typeof note === 'string') return t('desk.noteOn', { ref, note });
  return place === undefined ? ref : t('desk.onTicket', { ref, place });
}
