import type { LampOverride } from '../../../shared/lamp/override.ts';
import {
  type LampWhere,
  orderKey,
  type TroubleGroup,
  troubleDraft,
  troubleTicketId,
} from '../../../shared/lamp/trouble-ticket.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useReadNow } from '../../lib/clock/index.ts';
import { clockMinute, type Translate, useT } from '../../lib/i18n/index.tsx';
import { useOnce } from '../../lib/once/index.ts';
import { Button } from '../../ui/index.ts';
import { type LampBook, useCity } from '../city/index.ts';
import { shortRef, troubleReason, useBoard, useDesk } from '../desk/index.ts';
import { TroubleList } from '../relight/index.ts';
import styles from './Selection.module.css';
import { calledWords } from './words.ts';

/** Those of it that have not followed can be told again: it lasts, and can be said to be over with them. */
export const canResend = ({ phase, judged, troubles }: LampOverride): boolean =>
  phase === 'set' && judged && troubles > 0;

interface LaggardsProps {
  /** the commands that one order was sent as */
  readonly parts: readonly LampOverride[];
  /** nothing is commanded from here now */
  readonly off: boolean;
  readonly onResend: () => void;
  readonly onTicket: (ticket: string) => void;
}

/** The lamps that have not followed and why; told again by one gesture, or one ticket for all of them. */
export function Laggards({ parts, off, onResend, onTicket }: LaggardsProps) {
  const t = useT();
  const resent = parts
    .flatMap(({ resentAt }) => resentAt ?? [])
    .toSorted()
    .at(-1);
  const n = parts.reduce((total, { troubles }) => total + troubles, 0);
  const again = parts.filter(canResend).reduce((total, { troubles }) => total + troubles, 0);
  const named = parts.flatMap((one) => one.named);
  return (
    <>
      {resent !== undefined && (
        <p className="quiet">{t('selection.resentAt', { time: clockMinute(millis(resent)) })}</p>
      )}
      <TroubleList n={n} named={named} />
      {again > 0 && (
        <div className={styles.laggards}>
          <Button disabled={off} keepsFocus onClick={onResend}>
            {t('selection.resend', { n: again })}
          </Button>
          <LaggardsTicket parts={parts} onTicket={onTicket} />
        </div>
      )}
    </>
  );
}

/** Opens their ticket, or where somebody has, shows it. */
function LaggardsTicket({ parts, onTicket }: Pick<LaggardsProps, 'parts' | 'onTicket'>) {
  const t = useT();
  const act = useDesk((desk) => desk.act);
  const book = useCity((city) => city.book);
  const now = useReadNow();
  const { busy, once } = useOnce();
  const [first] = parts;
  const id = first === undefined ? '' : troubleTicketId(orderKey(first));
  const known = useBoard((board) => board.rows.get(id)?.ticket);
  if (known !== undefined)
    return (
      <Button onClick={() => onTicket(id)}>{t('selection.seeTicket', { ref: shortRef(known, t) })}</Button>
    );
  const create = () => once(() => act('ticket.create', id, draftOf(t, parts, book, now())));
  return (
    <Button disabled={busy} keepsFocus onClick={() => void create()}>
      {t('selection.openTicket')}
    </Button>
  );
}

/** Lamps that a line names; the devices of the ticket are all of them. */
const NAMED = 12;

function draftOf(t: Translate, parts: readonly LampOverride[], book: LampBook, now: number) {
  const whereOf = (id: string): LampWhere | undefined => {
    const ref = book.refOf(id);
    const piece = ref && book.piece(ref.slot);
    const facts = ref && book.facts(ref);
    if (piece === undefined || ref === undefined || facts === undefined) return undefined;
    const { street, cabinet } = facts;
    return { position: [piece.lon[ref.index]!, piece.lat[ref.index]!], street, cabinet };
  };
  const line = ({ trouble, lamps, cabinets }: TroubleGroup): string => {
    const fed = cabinets.flatMap(([cabinet, n]) =>
      cabinet === '' ? [] : [t('selection.ticketCabinet', { cabinet, n })],
    );
    const values = { n: lamps.length, why: troubleReason(t, trouble), cabinets: fed.join(', ') };
    const ids = lamps.length > NAMED ? [] : [lamps.join(', ')];
    return [t('selection.ticketGroup', values).trim(), ...ids].join('\n');
  };
  return troubleDraft(
    parts,
    {
      title: (n, name) => t('selection.ticketTitle', { n, name }),
      called: (selection) => calledWords(t, selection),
      place: (street, more) => t('selection.ticketPlace', { street, more }),
      lines: (those, groups, unnamed) => [
        ...those.map(({ level, at, troubles }) =>
          t('selection.ticketText', {
            level: Math.round(level * 100),
            time: clockMinute(millis(at)),
            n: troubles,
          }),
        ),
        t('selection.ticketAsOf', { time: clockMinute(now) }),
        ...groups.map(line),
        ...(unnamed > 0 ? [t('selection.ticketMore', { n: unnamed })] : []),
      ],
    },
    whereOf,
  );
}
