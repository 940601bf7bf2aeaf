import type { ReactNode } from 'react';
import type { LampOverride, PiledOrder } from '../../../shared/lamp/override.ts';
import { coveredBy, piledOf } from '../../../shared/lamp/piled.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, type Translate, useT } from '../../lib/i18n/index.tsx';
import { classes } from '../../ui/index.ts';
import { Covered, Under } from './Covered.tsx';
import styles from './Relight.module.css';
import { TroubleList } from './TroubleList.tsx';

interface OverrideStateProps {
  readonly override: LampOverride;
  /** the hub is not heard: this is how it was */
  readonly offline: boolean;
  /** what can be done about it */
  readonly children: ReactNode;
}

/** Commanded, acknowledged and observed as three counts; when it ends by itself; who has not followed, on demand. */
export function OverrideState({ override, offline, children }: OverrideStateProps) {
  const t = useT();
  const { phase, commanded, acknowledged, observed, until } = override;
  // What a later order has is that one's to do.
  const lamps = override.lamps - coveredBy(override);
  const whole = observed === lamps;
  const time = clockMinute(millis(until));
  const lasts = (other: PiledOrder): boolean => millis(other.until) > millis(until);
  return (
    <>
      <div className={styles.counted}>
        <b>{titleOf(t, override)}</b> <span className={styles.what}>{override.street}</span>
        {lamps > 0 && (
          <p className={classes(styles.counts, offline && 'stale')}>
            <span className={classes(styles.dot, whole ? styles.seen : styles.waiting)} aria-hidden="true" />
            <b>{t(phase === 'set' ? 'relight.seen' : 'relight.back', { observed, lamps })}</b>
            {!whole && <span> · {t('relight.counts', { commanded, acknowledged })}</span>}
            {offline && <span> · {t('relight.lastKnown')}</span>}
          </p>
        )}
        <Under override={override} />
        <div className={styles.troubles}>
          <TroubleList n={override.troubles} named={override.named} />
        </div>
        {phase === 'set' && <Covered orders={piledOf([override], 'over').filter(lasts)} />}
        {offline && <p className={styles.limits}>{t('relight.offline')}</p>}
      </div>
      <div className={styles.end}>
        {children}
        <span className={styles.limits}>
          {t(phase === 'set' ? 'relight.until' : 'relight.ended', { time })}
        </span>
      </div>
    </>
  );
}

function titleOf(t: Translate, override: LampOverride): string {
  const { phase, observed, judged, troubles } = override;
  if (phase === 'release') return t(judged && troubles > 0 ? 'relight.stuck' : 'relight.goingBack');
  if (coveredBy(override) === override.lamps) return t('relight.under');
  if (observed > 0) return t('relight.lit');
  return t(judged ? 'relight.unlit' : 'relight.commanded');
}
