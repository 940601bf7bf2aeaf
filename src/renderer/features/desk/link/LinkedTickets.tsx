import { Link2, Unlink } from 'lucide-react';
import { useMemo } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Button, Chip, Icon, IconButton, PriorityMark, Section } from '../../../ui/index.ts';
import { allowed } from '../actions.ts';
import { useBoard, useDesk, useViewer } from '../board.ts';
import type { Row } from '../model.ts';
import { TicketLine } from '../ticket/TicketLine.tsx';
import { shortRef } from '../words.ts';
import styles from './Links.module.css';
import { type Linked, linksOf } from './links.ts';

/** Tickets that this one is linked with, from whichever of the two: each with how it stands, to be opened or unlinked. */
export function LinkedTickets({ row }: { readonly row: Row }) {
  const t = useT();
  const viewer = useViewer();
  const rows = useBoard((board) => board.rows);
  const compose = useDesk((desk) => desk.compose);
  const links = useMemo(() => linksOf(row, rows), [row, rows]);
  const may = allowed(row, viewer, 'ticket.link');
  const link = () => compose('link');
  useShortcut({ keys: 'g', shown: 'G', label: 'links.key', run: link }, may);
  if (!may && links.length === 0) return null;
  return (
    <Section title={t('links.title')} aside={links.length === 0 ? undefined : links.length}>
      <ul className={styles.links} aria-label={t('links.title')}>
        {links.map((linked) => (
          <Line key={linked.id} linked={linked} from={row.ticket.id} may={may} />
        ))}
      </ul>
      {may && (
        <Button shortcut="G" onClick={link}>
          <Icon of={Link2} size="small" />
          {t('links.add')}
        </Button>
      )}
    </Section>
  );
}

interface LineProps {
  readonly linked: Linked;
  /** the ticket on whose page it is */
  readonly from: string;
  readonly may: boolean;
}
function Line({ linked: { id, row, holders, unsure }, from, may }: LineProps) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const ticket = row?.ticket;
  const name = ticket === undefined ? t('links.old') : `${shortRef(ticket, t)} ${ticket.title}`;
  const detail =
    ticket === undefined
      ? t('links.oldDetail')
      : `${t(ticket.state === 'closed' ? 'desk.closed' : `queue.state.${ticket.state}`)} · ${ticket.place.label}`;
  const unlink = () => {
    for (const holder of holders) void act('ticket.unlink', holder, { ticket: holder === from ? id : from });
  };
  return (
    <li className={styles.link}>
      {ticket !== undefined && (
        <PriorityMark priority={ticket.priority} label={t(`priority.${ticket.priority}`)} />
      )}
      <TicketLine id={id} name={name} detail={detail} />
      {unsure && <Chip kind="pending">{t('desk.unconfirmed')}</Chip>}
      {may && <IconButton icon={Unlink} label={t('links.remove', { name })} onClick={unlink} />}
    </li>
  );
}
