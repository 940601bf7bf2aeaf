import { Link2, Unplug } from 'lucide-react';
import { byUrgency } from '../../../shared/ticket/urgency.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useMachineNow, useSkew } from '../../lib/clock/index.ts';
import { clockTime, type Translate, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { Banner, Button, Menu } from '../../ui/index.ts';
import { shortRef, useAsOf, useBoard, useDesk } from '../desk/index.ts';
import { useLink } from '../link/index.ts';
import { confirmed, headline, isRead, type Told, toldOf, useRecovery } from './recovery.ts';
import styles from './Shell.module.css';

interface BackBannerProps {
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
}

/** The link is lost, or it is back and there is something to know. */
export function LinkBanner({ onTicket }: BackBannerProps) {
  const kind = useLink(({ outage }) => outage.kind);
  if (kind === 'none') return null;
  return kind === 'on' ? <LostBanner /> : <BackBanner onTicket={onTicket} />;
}

function LostBanner() {
  const { t, locale } = useLanguage();
  const now = useMachineNow();
  const outage = useLink((link) => link.outage);
  const next = useLink((link) => link.state?.nextTryAt);
  const broker = useLink((link) => link.state?.broker.kind);
  const elsewhere = useLink((link) => link.state?.otherBrokers === true);
  const retry = useLink((link) => link.retry);
  const asOf = useAsOf();
  const skew = useSkew();
  const kept = useBoard((board) => board.waiting.length);
  if (outage.kind !== 'on') return null;
  // The room that is seen and the loss begin with the same word: its last.
  const since = asOf !== undefined && outage.met ? Math.max(outage.since, asOf + skew) : outage.since;
  const age = wholeDuration(now - since, locale);
  const facts = [
    asOf === undefined
      ? { strong: t('link.youSeeNothing') }
      : {
          strong: t('link.youSee', { time: clockTime(asOf) }),
          quiet: t(`link.live.${broker === 'unknown' ? 'looking' : outage.leg}`),
        },
    { strong: t('link.kept', { n: kept }), quiet: t('link.keptDetail', { n: kept }) },
  ];
  const wait = next === undefined ? 0 : millis(next) - now;
  return (
    <Banner
      kind="lost"
      icon={Unplug}
      title={t(outage.leg === 'broker' ? 'link.brokerGone' : 'link.hubGone', { age })}
      facts={facts}
    >
      <span className={styles.next}>
        {broker === 'up'
          ? t(elsewhere ? 'link.listening' : 'link.nothingToTry')
          : wait > 0
            ? t('link.nextTry', { age: wholeDuration(wait + 999, locale) })
            : t('link.trying')}
      </span>
      {/* Where the only broker answers there is nothing to try: the hub is awaited, and nothing hastens it. */}
      {(broker !== 'up' || elsewhere) && (
        <Button size="large" onClick={retry}>
          {t(broker === 'up' ? 'link.lookElsewhere' : 'link.tryNow')}
        </Button>
      )}
    </Banner>
  );
}

function BackBanner({ onTicket }: BackBannerProps) {
  const { t, locale } = useLanguage();
  const skew = useSkew();
  const now = useMachineNow();
  const outage = useLink((link) => link.outage);
  const dismiss = useLink((link) => link.dismiss);
  const outbox = useDesk((desk) => desk.outbox);
  const recovery = useRecovery((state) => state);
  const rows = useBoard((board) => board.rows);
  const conflicts = useBoard((board) => board.conflicts);
  const said = outage.kind === 'over' && !(outage.start && recovery.kept.size === 0);
  useShortcut({ keys: 'v', manner: 'acts', shown: 'V', label: 'shell.key.seen', run: dismiss }, said);
  if (!said) return null;
  const done = confirmed(recovery, outbox);
  const placeOf = (ticket: string) => rows.get(ticket)?.ticket.place.label;
  const places = (items: readonly { ticket: string }[]) =>
    [...new Set(items.map(({ ticket }) => placeOf(ticket)).filter((label) => label !== undefined))]
      .slice(0, 2)
      .join(' · ');
  const told = toldOf(recovery, outbox, conflicts);
  const facts = [
    // Where all that was lost is to be decided, that says it.
    ...(headline(told) === 'lost' && conflicts.length > 0 ? [] : [keptWords(t, told, places(done))]),
    ...(conflicts.length === 0
      ? []
      : [{ strong: t('link.conflicts', { n: conflicts.length }), quiet: places(conflicts) }]),
  ];
  const time = clockTime(outage.at - skew);
  const folded = isRead(outage, now);
  const size = folded ? 'normal' : 'large';
  const title = outage.start
    ? t('link.first', { time })
    : outage.times === 1
      ? t('link.back', { time, age: wholeDuration(outage.at - outage.since, locale) })
      : t('link.backAgain', { time, times: outage.times, since: clockTime(outage.since - skew) });
  return (
    <Banner kind="news" icon={Link2} title={title} facts={facts} folded={folded}>
      {!outage.start && (
        <span className={styles.next}>{t('link.changed', { n: recovery.changed.size })}</span>
      )}
      <Changed of={recovery.changed} size={size} onTicket={onTicket} />
      <Button size={size} shortcut="V" onClick={dismiss}>
        {t('common.dismiss')}
      </Button>
    </Banner>
  );
}

interface ChangedProps extends BackBannerProps {
  readonly of: ReadonlySet<string>;
  readonly size: 'normal' | 'large';
}

/** Those that others changed during the outage, each to be opened: the most urgent first, closed ones last. */
function Changed({ of, size, onTicket }: ChangedProps) {
  const { t } = useLanguage();
  const rows = useBoard((board) => board.rows);
  const tickets = [...of].flatMap((id) => rows.get(id)?.ticket ?? []);
  if (tickets.length === 0) return null;
  const sorted = tickets.toSorted(
    (a, b) => Number(a.state === 'closed') - Number(b.state === 'closed') || byUrgency(a, b),
  );
  return (
    <Menu
      portal
      button={<Button size={size}>{t('link.seeChanged')}</Button>}
      choices={sorted.slice(0, MOST_LISTED).map((ticket) => ({
        id: ticket.id,
        label: t('link.changedOne', {
          ref: shortRef(ticket, t),
          title: ticket.title,
          state: ticket.state,
        }),
        onChoose: () => onTicket(ticket.id),
      }))}
    />
  );
}
/** Of a long outage the rest is in the queue. */
const MOST_LISTED = 20;

/** What became of what was kept, in one sentence that is true, and beside it what else there is to know of it. */
function keptWords(t: Translate, told: Told, places: string) {
  const done = told.done > 0 && t('link.confirmed', { n: told.done });
  const refused = told.refused > 0 && t('link.refused', { n: told.refused });
  const both = (...words: readonly (string | false)[]) => words.filter(Boolean).join(', ') || undefined;
  switch (headline(told)) {
    case 'sending':
      return { strong: t('link.sending', { n: told.still }), quiet: both(done, refused) };
    case 'confirmed':
      return { strong: t('link.confirmed', { n: told.done }), quiet: both(refused) ?? both(places) };
    case 'refused':
      return { strong: t('link.refused', { n: told.refused }) };
    case 'lost':
      return { strong: t('link.lost', { n: told.lost }) };
    default:
      return { strong: t('link.nothingKept') };
  }
}
