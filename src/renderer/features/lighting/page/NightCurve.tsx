import { clockOf } from '../../../../shared/lighting/local-time.ts';
import type { Night } from '../../../../shared/lighting/night.ts';
import { areaOf, type Frame, hoursIn, raisedOf, spanOf, xAt } from './curve.ts';
import styles from './Programmes.module.css';

interface NightCurveProps {
  readonly night: Night;
  /** how the same night is without a change that is looked at: its outline */
  readonly before?: Night | undefined;
  /** IANA name */
  readonly timeZone: string;
  /** by the lamps' clocks, ms; without, it is not marked */
  readonly now?: number;
  /** hours from one that is written to the next: fewer where it is narrow */
  readonly every?: number;
}

const WIDTH = 640;
const HEIGHT = 56;

/** The levels of a night. They are said in words beside it: it is only looked at. */
export function NightCurve({ night, before, timeZone, now, every = 2 }: NightCurveProps) {
  const frame: Frame = { ...spanOf(night), width: WIDTH, height: HEIGHT };
  const x = now === undefined ? -1 : xAt(frame, now);
  return (
    <div className={styles.curve} aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="presentation">
        <path className={styles.edge} d={`M0 0.5H${WIDTH}M0 ${HEIGHT - 0.5}H${WIDTH}`} />
        <path className={styles.area} d={areaOf(night.steps, frame)} />
        {before && <path className={styles.before} d={areaOf(before.steps, frame)} />}
        <path className={styles.raised} d={raisedOf(night.steps, frame)} />
        {x > 0 && x < WIDTH && <path className={styles.now} d={`M${x} 0V${HEIGHT}`} />}
      </svg>
      <ol className={styles.hours}>
        {hoursIn(frame, every).map((hour) => (
          <li key={hour} style={{ left: `${(xAt(frame, hour) / WIDTH) * 100}%` }}>
            {clockOf(hour, timeZone)}
          </li>
        ))}
      </ol>
    </div>
  );
}
