import type { Candidate } from '../../../shared/advice/nearest-unit.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { classes } from '../../ui/index.ts';
import { isStale, useLink } from '../link/index.ts';
import styles from './Units.module.css';
import { candidateWords, oldWords, skillWords, timeWords } from './words.ts';

interface CandidateFactsProps {
  readonly candidate: Candidate;
  /** more to choose by: the skill that fits */
  readonly skilled?: boolean;
}

/** Call sign, what it is doing and how far, travel time. What is old is drawn so, and without the hub all is. */
export function CandidateFacts({ candidate, skilled = false }: CandidateFactsProps) {
  const { t, locale } = useLanguage();
  const { unit, travel, hindrances, ageMs } = candidate;
  const lost = useLink(({ state }) => isStale(state));
  const isOld = hindrances.includes('stale');
  const stale = isOld || lost;
  return (
    <>
      <span className={classes(styles.sign, hindrances.length === 0 && styles.ready)}>{unit.callSign}</span>
      <span className={classes(styles.facts, stale && styles.old)}>
        {[
          candidateWords({ t, locale }, candidate),
          skilled && skillWords(t, candidate),
          // Who is cut off hears of no move: what was so then may not be so now.
          !isOld && oldWords({ t, locale }, ageMs, lost),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      <span className={classes(styles.time, stale && styles.old)}>
        {travel === undefined ? t('units.noTime') : timeWords(t, travel.seconds)}
      </span>
    </>
  );
}

export function CandidateLine({ candidate }: { readonly candidate: Candidate }) {
  return (
    <li className={styles.line}>
      <CandidateFacts candidate={candidate} />
    </li>
  );
}
