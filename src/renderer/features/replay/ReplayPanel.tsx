import type { Day } from '../../../shared/lighting/local-time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { useLanguage, wholeNumber } from '../../lib/i18n/index.tsx';
import { Button, EmptyState, ErrorState, LoadingState, Panel, PanelHead, Section } from '../../ui/index.ts';
import { latestNights, type NightPlace, type ReplayNight } from './nights.ts';
import { PastDesk } from './PastDesk.tsx';
import styles from './Replay.module.css';
import type { Missing } from './recent.ts';
import { useReplay } from './store.ts';
import { WhenFields } from './WhenFields.tsx';
import { nightWords } from './words.ts';

/** So many nights are one press away: « mardi dernier » is among them. */
const NEAR = 8;

interface ReplayPanelProps {
  readonly night: ReplayNight;
  readonly place: NightPlace;
  readonly onNight: (day: Day) => void;
  /** the intervention that is looked at */
  readonly ticket: string | undefined;
  readonly onTicket: (ticket: string) => void;
}

/** Which night is seen again, and how many lamps were how at the moment that is shown. */
export function ReplayPanel({ night, place, onNight, ticket, onTicket }: ReplayPanelProps) {
  const { t, locale } = useLanguage();
  const missing = useReplay((replay) => replay.missing);
  const nights = latestNights(useNow(), NEAR, place);
  return (
    <Panel label={t('replay.choose')}>
      <PanelHead title={t('replay.choose')} aside={nightWords(t, night.day, locale)} />
      <div className={styles.panel}>
        <Section title={t('replay.night')}>
          <div className={styles.nights}>
            {nights.map((day, n) => (
              <Button key={day} aria-pressed={day === night.day} onClick={() => onNight(day)}>
                {n === 0 ? t('replay.tonight') : nightWords(t, day, locale)}
              </Button>
            ))}
          </div>
          <WhenFields night={night} place={place} latest={nights[0]} onNight={onNight} />
        </Section>
        {missing === undefined ? <PastFacts /> : <NotThere missing={missing} />}
        <PastDesk ticket={ticket} onTicket={onTicket} />
      </div>
    </Panel>
  );
}

const COUNTED = ['lit', 'off', 'faulty', 'notKept', 'unknown'] as const;

function PastFacts() {
  const { t, locale } = useLanguage();
  const counts = useReplay((replay) => replay.counts);
  const unread = useReplay((replay) => replay.unread);
  if (counts === undefined) return <LoadingState title={t('replay.loading')} />;
  return (
    <Section title={t('replay.then')}>
      <dl className={styles.facts}>
        {COUNTED.map((kind) => (
          <div key={kind}>
            <dt>{t(`replay.${kind}`)}</dt>
            <dd className="figures">{wholeNumber(counts[kind], locale)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {counts.step === undefined ? t('replay.notHeard') : t('replay.step', { n: counts.step })}
      </p>
      {unread > 0 && <p className={styles.unread}>{t('replay.unread', { n: unread })}</p>}
    </Section>
  );
}

function NotThere({ missing }: { readonly missing: Missing }) {
  const { t } = useLanguage();
  if (missing === 'nothing')
    return <EmptyState title={t('replay.nothing')} detail={t('replay.nothingDetail')} />;
  return <ErrorState title={t(`replay.${missing}`)} detail={t(`replay.${missing}Detail`)} />;
}
