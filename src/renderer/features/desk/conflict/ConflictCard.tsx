import { Monitor, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import type { Ticket, TicketEvent } from '../../../../shared/ticket/model.ts';
import { millis } from '../../../../shared/wire/time.ts';
import { useBridge } from '../../../lib/bridge/index.tsx';
import { useSkew } from '../../../lib/clock/index.ts';
import { clockTime, useT } from '../../../lib/i18n/index.tsx';
import { useReport } from '../../../lib/notices/index.ts';
import { Chip, Icon, PriorityMark } from '../../../ui/index.ts';
import { useLink } from '../../link/index.ts';
import { useBoard, useDesk } from '../board.ts';
import { useSpeaker } from '../speaker.ts';
import { commandWords, shortRef, whoIs } from '../words.ts';
import styles from './ConflictCard.module.css';
import { CommonLine, OurHistory, TheirHistory } from './Histories.tsx';
import { overtaken, type Story, stands, tell } from './story.ts';
import { WaysOut } from './WaysOut.tsx';

/** Over the map: the first conflict to decide. Nothing is drawn while there is none. */
export function ConflictCard() {
  const conflicts = useBoard((board) => board.conflicts);
  const first = conflicts[0];
  return first === undefined ? null : <Card key={first.cmd} conflict={first} total={conflicts.length} />;
}

function Card({ conflict, total }: { readonly conflict: OutboxItem; readonly total: number }) {
  const t = useT();
  const speaker = useSpeaker();
  const outbox = useDesk((desk) => desk.outbox);
  const row = useBoard((board) => board.rows.get(conflict.ticket));
  const ticket = row?.ticket ?? conflict.theirs?.ticket;
  const story = tell(conflict, outbox, useTimeline(conflict, row?.confirmed), speaker.viewer);
  if (ticket === undefined) return null;
  const winner = whoIs(speaker, story.winner);
  const heading = t('desk.conflict.title', {
    ref: shortRef(ticket, t),
    title: ticket.title,
    place: ticket.place.label,
  });
  return (
    <section aria-label={heading} className={styles.card}>
      <header className={styles.head}>
        <PriorityMark priority={ticket.priority} />
        <h2 className={styles.title}>{heading}</h2>
        <Chip>{t('desk.conflict.count', { total })}</Chip>
      </header>
      <Why conflict={conflict} story={story} winner={winner} />
      <CommonLine story={story} />
      <div className={styles.histories}>
        <div>
          <h3>
            <Icon of={Monitor} /> {t('desk.conflict.ours')}
          </h3>
          <OurHistory story={story} />
        </div>
        <div>
          <h3>
            <Icon of={Users} /> {t('desk.conflict.theirs')}
          </h3>
          <TheirHistory story={story} />
        </div>
      </div>
      <WaysOut conflict={conflict} winner={winner} />
    </section>
  );
}

interface WhyProps {
  readonly conflict: OutboxItem;
  readonly story: Story;
  readonly winner: string;
}

/** Who was heard first and how that came, what is refused, and what stands all the same. */
function Why({ conflict, story, winner }: WhyProps) {
  const t = useT();
  const outage = useLink((link) => link.outage);
  const skew = useSkew();
  const how = overtaken(conflict, story, outage.kind === 'over' ? outage : undefined);
  const claims = story.won !== undefined && CLAIMS.has(story.won.type);
  const kept = stands(story);
  return (
    <p className={styles.why}>
      {t(`desk.conflict.why.${how}`, { who: winner, claims: claims ? 'yes' : 'no' })}{' '}
      {t('desk.conflict.refused', {
        what: commandWords(t, conflict),
        time: clockTime(millis(conflict.madeAt) - skew),
      })}
      {kept !== undefined && ` ${t(`desk.conflict.kept.${kept}`)}`}
    </p>
  );
}
const CLAIMS: ReadonlySet<string> = new Set(['ticket.claimed', 'ticket.takenOver']);

/** The ticket's events, read again whenever the room changes it: a late note may follow the refusal. */
function useTimeline({ cmd, ticket }: OutboxItem, confirmed: Ticket | undefined): readonly TicketEvent[] {
  const bridge = useBridge();
  const report = useReport();
  const [events, setEvents] = useState<readonly TicketEvent[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew for each conflict and each change of its ticket
  useEffect(() => {
    let wanted = true;
    bridge.request('desk.timeline', { ticket }).then(
      (answer) => wanted && setEvents(answer),
      (error) => report('desk.timeline', error),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, cmd, ticket, confirmed]);
  return events;
}
