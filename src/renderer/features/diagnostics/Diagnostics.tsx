import { useCallback, useEffect, useState } from 'react';
import type { Diagnostics as Facts } from '../../../shared/ipc/model.ts';
import { clockOf } from '../../../shared/lighting/local-time.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useSkew } from '../../lib/clock/index.ts';
import {
  clockMinute,
  machineZone,
  megabytes,
  momentOf,
  useLanguage,
  useZone,
  wholeDuration,
  wholeNumber,
} from '../../lib/i18n/index.tsx';
import { useReport } from '../../lib/notices/index.ts';
import { Button, classes, ErrorState, LoadingState, Section } from '../../ui/index.ts';
import { PlanFile } from '../lighting-plan/index.ts';
import { useLink } from '../link/index.ts';
import styles from './Diagnostics.module.css';
import { RejectedTable } from './RejectedTable.tsx';

const REFRESH = 2_000;

/** What IT asks for over the telephone: links, counters, databases, and input that was refused. */
export function Diagnostics() {
  const { t } = useLanguage();
  const { facts, failed, read } = useDiagnostics();
  if (facts === undefined) {
    return failed ? (
      <ErrorState title={t('diagnostics.failed')} detail={t('diagnostics.failedDetail')}>
        <Button onClick={read}>{t('common.retry')}</Button>
      </ErrorState>
    ) : (
      <LoadingState title={t('common.loading')} />
    );
  }
  return (
    <>
      <Section title={t('diagnostics.seat')}>
        <Counters facts={facts} />
      </Section>
      <Section title={t('planFile.title')}>
        <PlanFile />
      </Section>
      <Section title={t('diagnostics.databases')}>
        <ul className={styles.list}>
          {facts.databases.map((database) => (
            <li key={database.file} className={styles.database}>
              <span className="id">{database.file}</span>
              <Size bytes={database.bytes} />
              <span className={database.trouble === undefined ? 'quiet' : 'lost'}>
                {database.trouble ?? t('diagnostics.sound')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title={t('diagnostics.rejected')}
        aside={t('diagnostics.rejectedCount', {
          n: facts.rejected.reduce((sum, { count }) => sum + count, 0),
        })}
      >
        <RejectedTable rejected={facts.rejected} />
      </Section>
    </>
  );
}

function useDiagnostics() {
  const bridge = useBridge();
  const report = useReport();
  const [facts, setFacts] = useState<Facts>();
  const [failed, setFailed] = useState(false);
  const read = useCallback(() => {
    bridge.request('diagnostics.read', undefined).then(
      (answer) => {
        setFacts(answer);
        setFailed(false);
      },
      (error) => {
        setFailed(true);
        report('diagnostics.read', error);
      },
    );
  }, [bridge, report]);
  useEffect(() => {
    read();
    const timer = setInterval(read, REFRESH);
    return () => clearInterval(timer);
  }, [read]);
  return { facts, failed, read };
}

function Size({ bytes }: { readonly bytes: number }) {
  const { t, locale } = useLanguage();
  return <span>{t('diagnostics.megabytes', { n: megabytes(bytes, locale) })}</span>;
}

/** Which clock stands on this seat's screens, the room's; this computer's beside it where that shows another time. */
function useZoneWords(): string {
  const { t } = useLanguage();
  const room = useZone();
  const own = machineZone();
  const now = Date.now();
  return clockOf(now, own) === clockMinute(now) ? room : t('diagnostics.zonesDiffer', { own, room });
}

/** By how much this machine's clock is off the room's, as the hub's last word has it. */
function useClockWords(): string {
  const { t, locale } = useLanguage();
  const offset = useLink(({ state }) => state?.clockOffset);
  const skew = useSkew();
  if (offset === undefined) return t('diagnostics.clockUnknown');
  if (skew === 0) return t('diagnostics.clockSame');
  const way = skew > 0 ? 'ahead' : 'behind';
  return t('diagnostics.clockOff', { way, age: wholeDuration(Math.abs(skew), locale) });
}

/** Characters of a value that want the room of two. */
const LONG = 40;

function Counters({ facts }: { readonly facts: Facts }) {
  const { t, locale } = useLanguage();
  const zone = useZoneWords();
  const clockWords = useClockWords();
  const figure = (n: number) => wholeNumber(n, locale);
  const started = millis(facts.startedAt);
  const rows: readonly (readonly [string, string])[] = [
    [t('diagnostics.seatId'), facts.seat],
    [t('diagnostics.version'), facts.version],
    [t('diagnostics.started'), momentOf(started, Date.now(), locale)],
    [t('diagnostics.zone'), zone],
    [t('diagnostics.clock'), clockWords],
    [t('diagnostics.broker'), facts.broker],
    [t('diagnostics.messagesIn'), figure(facts.messagesIn)],
    [t('diagnostics.bytesIn'), t('diagnostics.megabytes', { n: megabytes(facts.bytesIn, locale) })],
    [t('diagnostics.messagesOut'), figure(facts.messagesOut)],
    [t('diagnostics.outbox'), figure(facts.outboxPending)],
    [t('diagnostics.lamps'), figure(facts.lampsKnown)],
    [t('diagnostics.lampChanges'), figure(facts.lampChanges)],
    [t('diagnostics.framesApplied'), figure(facts.framesApplied)],
    [t('diagnostics.framesDropped'), figure(facts.framesDropped)],
    [t('diagnostics.framesMissed'), figure(facts.framesMissed)],
  ];
  return (
    <dl className={styles.counters}>
      {rows.map(([name, value]) => (
        <div key={name} className={classes(styles.counter, value.length > LONG && styles.long)}>
          <dt className="quiet">{name}</dt>
          <dd className="id">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
