import { useMemo } from 'react';
import { useNow, useSkew } from '../../lib/clock/index.ts';
import {
  clockMinute,
  clockTime,
  dateLines,
  roomDay,
  useLanguage,
  wholeDuration,
} from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { classes, PriorityMark } from '../../ui/index.ts';
import { isLoud, useAlarmLoadOf } from '../alarms/index.ts';
import { filming, pictureAge, useCameras } from '../cameras/index.ts';
import { alarmingInRoom, useAsOf, useBoard, useViewer } from '../desk/index.ts';
import { isStale, Leg, LegCell, useLink } from '../link/index.ts';
import { Brand } from './Brand.tsx';
import styles from './TopBar.module.css';
import { WhoMenu } from './WhoMenu.tsx';

interface TopBarProps {
  readonly workspace: string;
  readonly seat: string;
  readonly onAlarms: () => void;
}

/** Where one is, what nobody has acknowledged, how the links are, what time it is, who sits here. */
export function TopBar({ workspace, seat, onAlarms }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <Brand />
      <h1 className={styles.workspace}>{workspace}</h1>
      <AlarmingCell />
      <span className="grow" />
      <LegCells />
      <AlarmLoad onAlarms={onAlarms} />
      <TimeOfDay />
      <WhoMenu seat={seat} />
    </header>
  );
}

/** Whether the room is heard; else when it last was, in words. */
function useHeard(): { readonly stale: boolean; readonly at: string | undefined } {
  const stale = useLink((link) => isStale(link.state));
  const asOf = useAsOf();
  return { stale, at: stale && asOf !== undefined ? clockTime(asOf) : undefined };
}

function AlarmingCell() {
  const { t } = useLanguage();
  const { stale, at } = useHeard();
  const here = useBoard((board) => board.alarming.length);
  const inRoom = useBoard(alarmingInRoom);
  const alarming = stale ? inRoom : here;
  return (
    <div className={styles.cell}>
      <span className={classes(styles.name, stale && 'stale')}>
        {at === undefined ? t('shell.p1') : t('shell.p1At', { time: at })}
      </span>
      <span className={classes(styles.key, stale && styles.hatched)}>
        {alarming > 0 && <PriorityMark priority={1} size="large" />}
        <span className={classes(alarming > 0 && styles.p1)}>{alarming}</span>
        {here !== alarming && <small className="stale">{t('shell.p1Here', { n: here })}</small>}
      </span>
    </div>
  );
}

function LegCells() {
  const { t, locale } = useLanguage();
  const state = useLink((link) => link.state);
  const cameras = useCameras(({ list }) => list);
  const now = useNow();
  const lost = isStale(state);
  const age = pictureAge(
    cameras.map(({ health }) => health),
    now,
  );
  const states = cameras.map(({ health }) => filming(health, lost, now));
  const up = states.filter((state) => state === 'up').length;
  const unknown = lost || (up === 0 && states.includes('stale'));
  return (
    <>
      <div className={styles.leg}>
        <LegCell name={t('link.broker')} leg={state?.broker} />
      </div>
      <div className={styles.leg}>
        <LegCell name={t('link.hub')} leg={state?.hub} />
      </div>
      <div className={styles.leg}>
        {cameras.length === 0 || unknown ? (
          <Leg name={t('link.video')} mark="unknown">
            {t(unknown ? 'link.camerasUnknown' : 'link.noCameras')}
          </Leg>
        ) : (
          <Leg name={t('link.video')} mark={up === 0 ? 'lost' : age === undefined ? 'up' : 'unknown'}>
            {age === undefined || up === 0
              ? t('link.cameras', { up, all: cameras.length })
              : t('link.camerasAt', { up, all: cameras.length, age: wholeDuration(age, locale) })}
          </Leg>
        )}
      </div>
    </>
  );
}

const STEPS = Array.from({ length: 10 }, (_, n) => n + 1);

/** What alarms ask of this seat, in an hour; it leads to them. */
function AlarmLoad({ onAlarms }: { readonly onAlarms: () => void }) {
  const { t } = useLanguage();
  const { seat } = useViewer();
  const { hour, grade } = useAlarmLoadOf()(seat);
  const { stale, at } = useHeard();
  const loud = isLoud(grade);
  const name = loud ? t('shell.loadGrade', { grade: t(`alarms.load.${grade}`) }) : t('shell.load');
  return (
    <button
      type="button"
      className={classes(styles.cell, styles.load)}
      aria-label={t('alarms.load.open', { grade: t(`alarms.load.${grade}`), n: hour })}
      title={t('alarms.load.open', { grade: t(`alarms.load.${grade}`), n: hour })}
      onClick={onAlarms}
    >
      <span className={classes(styles.name, loud && styles.loud, stale && 'stale')}>
        {at === undefined ? name : t('shell.loadAt', { time: at })}
      </span>
      <span className={classes(styles.meter, stale && styles.hatched)}>
        {STEPS.map((step) => (
          <i key={step} className={classes(step <= hour && (loud ? styles.high : styles.on))} />
        ))}
        <span className={styles.figure}>{t('shell.perHour', { n: hour })}</span>
      </span>
    </button>
  );
}

/** Where the machine's clock is off by more, it is worth a word. */
const OFF_MS = 2_000;

/** The room's time, by which everything here is dated; beside it how far this machine is off, where it is. */
function TimeOfDay() {
  const { t, locale } = useLanguage();
  const now = useNow();
  const skew = useSkew();
  const today = roomDay(now);
  const ahead = useRoomData((data) => data.clock.get('room')?.aheadMinutes ?? 0);
  // Four formatters, which are dear: once a day, not once a second.
  const [day, month] = useMemo(() => dateLines(today, locale), [today, locale]);
  return (
    <time className={styles.clock} dateTime={new Date(now).toISOString()}>
      {Math.abs(skew) > OFF_MS ? (
        <span className={styles.skew} title={t('shell.clock.why')}>
          <span>{t('shell.clock.room')}</span>
          <span>
            {t('shell.clock.seat', {
              way: skew > 0 ? 'ahead' : 'behind',
              age: wholeDuration(Math.abs(skew), locale),
            })}
          </span>
        </span>
      ) : (
        <span className={styles.date}>
          <span>{day}</span>
          <span>{month}</span>
        </span>
      )}
      {ahead !== 0 && (
        // A demo's night may be by day: without this every dusk and dawn would read as a mistake.
        <span className={styles.skew} title={t('shell.clock.lampsWhy')}>
          <span>{t('shell.clock.lamps')}</span>
          <span>{clockMinute(now + ahead * 60_000)}</span>
        </span>
      )}
      {clockTime(now)}
    </time>
  );
}
