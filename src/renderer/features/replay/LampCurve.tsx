import { useMemo } from 'react';
import { HOUR_MS } from '../../../shared/lamp/history/block.ts';
import type { LampMoment } from '../../../shared/lamp/history/fold.ts';
import { LEVEL_NOT_KEPT } from '../../../shared/lamp/history/kept.ts';
import type { ProgrammeStep } from '../../../shared/lamp/history/night-facts.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { clockHour, clockMinute, useLanguage } from '../../lib/i18n/index.tsx';
import type { ReplayNight } from './nights.ts';
import styles from './Replay.module.css';

const [WIDTH, HEIGHT] = [360, 72];

interface LampCurveProps {
  readonly moments: readonly LampMoment[];
  readonly night: ReplayNight;
  /** the moment that is marked, ms since the epoch */
  readonly at?: number;
  /** what its programme says, as a line of its own */
  readonly programme?: readonly ProgrammeStep[] | undefined;
  /** writes the hours under it, instead of its ends */
  readonly hours?: boolean;
}

/** The level of a lamp through the night; where nothing is known there is no line, and faults are marked below. */
export function LampCurve({ moments, night, at, programme, hours = false }: LampCurveProps) {
  const { t } = useLanguage();
  const { line, faults } = useMemo(() => shapeOf(moments, night), [moments, night]);
  const planned = useMemo(() => programme && plannedOf(programme, night), [programme, night]);
  const x = at === undefined ? undefined : placeOf(at, night);
  return (
    <figure className={styles.curve}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('replay.curve')}>
        <rect
          className={styles.curveDark}
          x={placeOf(night.dusk, night)}
          width={placeOf(night.dawn, night) - placeOf(night.dusk, night)}
          height={HEIGHT}
        />
        <path className={styles.curveLine} d={line} />
        {planned && <path className={styles.curvePlanned} d={planned} />}
        <path className={styles.curveFault} d={faults} />
        {x !== undefined && <line className={styles.curveAt} x1={x} x2={x} y2={HEIGHT} />}
      </svg>
      {hours ? (
        <figcaption aria-hidden="true" className={styles.curveHours}>
          {hoursOf(night).map((hour) => (
            <span key={hour} style={{ left: `${(placeOf(hour, night) / WIDTH) * 100}%` }}>
              {clockMinute(hour)}
            </span>
          ))}
        </figcaption>
      ) : (
        <figcaption aria-hidden="true">
          <span>{clockMinute(night.from)}</span>
          <span>{t('replay.curveOf')}</span>
          <span>{clockMinute(night.to)}</span>
        </figcaption>
      )}
    </figure>
  );
}

const placeOf = (at: number, { from, to }: Pick<ReplayNight, 'from' | 'to'>): number =>
  ((at - from) / (to - from)) * WIDTH;
const heightOf = (level: number): number => HEIGHT - 6 - (level / 100) * (HEIGHT - 14);

/** Full hours, every third by the clock, that have room for their words. */
function hoursOf({ from, to }: ReplayNight): readonly number[] {
  const first = Math.ceil(from / HOUR_MS);
  return Array.from({ length: Math.floor(to / HOUR_MS) - first + 1 }, (_, n) => (first + n) * HOUR_MS).filter(
    (hour) => clockHour(hour) % 3 === 0 && hour - from >= HOUR_MS / 2 && to - hour >= HOUR_MS / 2,
  );
}

/** Steps of the programme as one line, dark before and after. */
function plannedOf(programme: readonly ProgrammeStep[], night: ReplayNight): string {
  const steps = programme.map(
    ({ from, to, level }) =>
      `L${placeOf(from, night).toFixed(1)} ${heightOf(level).toFixed(1)}H${placeOf(to, night).toFixed(1)}`,
  );
  const first = programme[0];
  const start = first === undefined ? '' : `V${heightOf(0)}H${placeOf(first.from, night).toFixed(1)}`;
  return `M0 ${heightOf(0)}${start}${steps.join('')}V${heightOf(0)}H${WIDTH}`;
}

function shapeOf(
  moments: readonly LampMoment[],
  night: ReplayNight,
): { readonly line: string; readonly faults: string } {
  let line = '';
  let faults = '';
  let before: number | undefined;
  for (const { at, until, lamp } of moments) {
    const [begin, over] = [Math.max(at, night.from), Math.min(until, night.to)];
    if (over <= begin) continue;
    const [x, end] = [placeOf(begin, night).toFixed(1), placeOf(over, night).toFixed(1)];
    const known = lamp && (lamp.state & LampState.neverSeen) === 0 && lamp.level !== LEVEL_NOT_KEPT;
    const y = known ? heightOf((lamp.state & LampState.on) === 0 ? 0 : lamp.level) : undefined;
    if (y !== undefined) line += `${before === at ? 'L' : 'M'}${x} ${y.toFixed(1)}H${end}`;
    before = y === undefined ? undefined : until;
    if (lamp && lamp.faults !== 0) faults += `M${x} ${HEIGHT - 2}H${end}`;
  }
  return { line, faults };
}
