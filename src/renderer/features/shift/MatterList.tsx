import type { Matter } from '../../../shared/shift/model.ts';
import type { Ticket } from '../../../shared/ticket/model.ts';
import { type Instant, millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { momentOf, queueAge, useLanguage } from '../../lib/i18n/index.tsx';
import { Button, classes, PriorityMark } from '../../ui/index.ts';
import { shortRef, useBoard, useDue } from '../desk/index.ts';
import { nameOf, useSession } from '../session/index.ts';
import { matterWords, sinceWords, standingWords, type Teller } from './matter-words.ts';
import styles from './Shift.module.css';

interface MatterListProps {
  readonly matters: readonly Matter[];
  /** with whom the handover left them, by id: what has changed since is said */
  readonly owner: string;
  /** without it nothing is opened from here */
  readonly onTicket?: ((ticket: string) => void) | undefined;
}

/** What is open, ticket by ticket, each with its units, promises and steps left out; then what is shelved. */
export function MatterList({ matters, owner, onTicket }: MatterListProps) {
  const { t, locale } = useLanguage();
  const people = useSession(({ view }) => view?.people) ?? [];
  if (matters.length === 0) return <p className="quiet">{t('shift.nothingOpen')}</p>;
  const teller: Teller = {
    t,
    moment: (at) => momentOf(millis(at as Instant), Date.now(), locale),
    nameOf: (person) => nameOf(people, person),
  };
  const tickets = Map.groupBy(matters, (matter) => (matter.kind === 'shelved' ? undefined : matter.ticket));
  return (
    <ul className={styles.matters}>
      {[...tickets].map(([id, of]) => {
        const notes = of.flatMap((matter) => matterWords(teller, matter) ?? []);
        return id === undefined ? (
          notes.map((words) => (
            <li key={words} className={styles.matter}>
              {words}
            </li>
          ))
        ) : (
          <TicketMatter key={id} id={id} notes={notes} owner={owner} onTicket={onTicket} />
        );
      })}
    </ul>
  );
}

interface TicketMatterProps extends Pick<MatterListProps, 'owner' | 'onTicket'> {
  readonly id: string;
  readonly notes: readonly string[];
}

function TicketMatter({ id, notes, owner, onTicket }: TicketMatterProps) {
  const { t } = useLanguage();
  const ticket = useBoard(({ rows }) => rows.get(id)?.ticket);
  const since = sinceWords(t, ticket, owner);
  return (
    <li className={styles.matter}>
      {ticket !== undefined && (
        <PriorityMark priority={ticket.priority} label={t(`priority.${ticket.priority}`)} />
      )}
      <span className="grow">
        {/* on paper as it is filed */}
        <b>{(onTicket === undefined ? ticket?.ref : undefined) ?? shortRef(ticket, t)}</b>{' '}
        {ticket?.title ?? id} {ticket !== undefined && <span className="quiet">· {ticket.place.label}</span>}
        {ticket !== undefined && <Standing ticket={ticket} />}
        {notes.length > 0 && <small>{notes.join(' · ')}</small>}
        {since !== undefined && <small className={styles.changed}>{since}</small>}
      </span>
      {ticket !== undefined && onTicket !== undefined && (
        <Button onClick={() => onTicket(id)}>{t('shift.open')}</Button>
      )}
    </li>
  );
}

/** What whoever takes it must see first: its age, what of it is late, that nobody goes. */
function Standing({ ticket }: { readonly ticket: Ticket }) {
  const { t, locale } = useLanguage();
  const due = useDue(ticket);
  const age = queueAge(useNow() - millis(ticket.openedAt), ticket.priority, locale);
  const late = due?.isPast === true ? due.words : undefined;
  const words = standingWords(t, ticket, age, late);
  if (words.length === 0) return null;
  return <small className={classes(late !== undefined && styles.late)}>{words.join(' · ')}</small>;
}
