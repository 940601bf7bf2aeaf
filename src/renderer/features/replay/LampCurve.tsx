import { useMemo } from 'react';
import type { LampMoment } from '../../../shared/lamp/history/fold.ts';
import { LEVEL_NOT_KEPT } from '../../../shared/lamp/history/kept.ts';
import { LampState } from '../../../shared/lamp/state.ts';
import { clockMinute, useLanguage } from '../../lib/i18n/index.tsx';
import type { ReplayNight } from './nights.ts';
import styles from './Replay.module.css';

const [WIDTH, HEIGHT] = [360, 72];

interface LampCurveProps {
  readonly moments: readonly LampMoment[];
  readonly night: ReplayNight;
  /** ms since the epoch */
  readonly at: number;
}

/** The level of a lamp through the night; where nothing is known there is no line, and faults are marked below. */
export function LampCurve({ moments, night, at }: LampCurveProps) {
  const { t } = useLanguage();
  const { line, faults } = useMemo(() => shapeOf(moments, night), [moments, night]);
  const x = placeOf(at, night);
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
        <path className={styles.curveFault} d={faults} />
        <line className={styles.curveAt} x1={x} x2={x} y2={HEIGHT} />
      </svg>
      <figcaption aria-hidden="true">
        <span>{clockMinute(night.from)}</span>
        <span>{t('replay.curveOf')}</span>
        <span>{clockMinute(night.to)}</span>
      </figcaption>
    </figure>
  );
}

const placeOf = (at: number, { from, to }: ReplayNight): number => ((at - from) / (to - from)) * WIDTH;

function shapeOf(
  moments: readonly LampMoment[],
  night: ReplayNight,
): { readonly line: string; readonly faults: string } {
  let line = '';
  let faults = '';
  let before: number | undefined;
  for (const [n, { at, lamp }] of moments.entries()) {
    const [x, end] = [placeOf(at, night), placeOf(moments[n + 1]?.at ?? at, night)].map((v) => v.toFixed(1));
    const known = lamp && (lamp.state & LampState.neverSeen) === 0 && lamp.level !== LEVEL_NOT_KEPT;
    const y = known ? HEIGHT - 6 - (lamp.level / 100) * (HEIGHT - 14) : undefined;
    if (y !== undefined) line += `${before === undefined ? 'M' : 'L'}${x} ${y.toFixed(1)}H${end}`;
    before = y;
    if (lamp && lamp.faults !== 0) faults += `M${x} ${HEIGHT - 2}H${end}`;
  }
  return { line, faults };
}
