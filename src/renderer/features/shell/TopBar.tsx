import { type ReactNode, useMemo } from 'react';
import { ALARMING } from '../../../shared/ticket/targets.ts';
import { millis } from '../../../shared/wire/time.ts';
import { useNow } from '../../lib/clock/index.ts';
import { clockTime, dateLines, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { classes, PriorityMark } from '../../ui/index.ts';
import { filming, pictureAge, useCameras } from '../cameras/index.ts';
import { useBoard, useDesk } from '../desk/index.ts';
import { isStale, Leg, LegCell, useLink } from '../link/index.ts';
import { Brand } from './Brand.tsx';
import styles from './TopBar.module.css';
import { WhoMenu } from './WhoMenu.tsx';

/** Where one is, how the room is, how the links are, what time it is, who sits here. */
export function TopBar({ workspace, seat }: { readonly workspace: string; readonly seat: string }) {
  return (
    <header className={styles.bar}>
      <Brand />
      <h1 className={styles.workspace}>{workspace}</h1>
      <RoomCells />
      <span className="grow" />
      <LegCells />
      <AlarmLoad />
      <TimeOfDay />
      <WhoMenu seat={seat} />
    </header>
  );
}

function Cell({
  name,
  stale,
  children,
}: {
  readonly name: string;
  readonly stale: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.cell}>
      <span className={classes(styles.name, stale && 'stale')}>{name}</span>
      <span className={classes(styles.key, stale && styles.hatched)}>{children}</span>
    </div>
  );
}

function RoomCells() {
  const { t } = useLanguage();
  const stale = useLink((link) => isStale(link.state));
  const asOf = useDesk((desk) => desk.asOf);
  const alarming = useBoard((board) => board.alarming.length);
  const dated = (fresh: string, dated: 'shell.roomAt' | 'shell.p1At') =>
    stale && asOf !== undefined ? t(dated, { time: clockTime(Date.parse(asOf)) }) : fresh;
  return (
    <>
      <Cell name={dated(t('shell.room'), 'shell.roomAt')} stale={stale}>
        {t('shell.room.normal')}
      </Cell>
      <Cell name={dated(t('shell.p1'), 'shell.p1At')} stale={stale}>
        {alarming > 0 && <PriorityMark priority={1} size="large" />}
        <span className={classes(alarming > 0 && styles.p1)}>{alarming}</span>
      </Cell>
    </>
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

const HOUR = 3_600_000;
/** About one per ten minutes is what a person can bear (EEMUA 191). */
const BEARABLE = 6;
const STEPS = Array.from({ length: 10 }, (_, n) => n + 1);

function AlarmLoad() {
  const { t } = useLanguage();
  const now = useNow();
  const tickets = useDesk((desk) => desk.tickets);
  let load = 0;
  for (const ticket of tickets.values())
    if (ALARMING.includes(ticket.priority) && now - millis(ticket.openedAt) < HOUR) load++;
  return (
    <div className={classes(styles.cell, styles.load)}>
      <span className={styles.name}>{t('shell.load')}</span>
      <span className={styles.meter}>
        {STEPS.map((step) => (
          <i key={step} className={classes(step <= load && (load > BEARABLE ? styles.high : styles.on))} />
        ))}
        <span className={styles.figure}>{t('shell.perHour', { n: load })}</span>
      </span>
    </div>
  );
}

function TimeOfDay() {
  const { locale } = useLanguage();
  const now = useNow();
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  // Four formatters, which are dear: once a day, not once a second.
  const [day, month] = useMemo(() => dateLines(midnight, locale), [midnight, locale]);
  return (
    <time className={styles.clock} dateTime={new Date(now).toISOString()}>
      <span className={styles.date}>
        <span>{day}</span>
        <span>{month}</span>
      </span>
      {clockTime(now)}
    </time>
  );
}
