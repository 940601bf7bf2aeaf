import { Unplug } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LegState } from '../../../shared/ipc/model.ts';
import { type Instant, millis } from '../../../shared/wire/time.ts';
import { useMachineNow } from '../../lib/clock/index.ts';
import { duration, useLanguage, wholeDuration } from '../../lib/i18n/index.tsx';
import { classes, Icon } from '../../ui/index.ts';
import styles from './LegCell.module.css';

interface LegProps {
  readonly name: string;
  readonly mark: LegState['kind'];
  readonly children: string;
}

/** One leg of the way to the room, or what comes by it: its name, a mark and a word. */
export function Leg({ name, mark, children }: LegProps) {
  return (
    <div className={classes(styles.leg, mark === 'lost' && styles.lost)}>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>
        {mark === 'lost' ? <Icon of={Unplug} size="small" /> : <i className={styles[mark]} />}
        {children}
      </span>
    </div>
  );
}

interface LegCellProps {
  readonly name: string;
  readonly leg: LegState | undefined;
}

/** The hub says its head every 5 s: a word that is older is late, and no live one. */
const LATE_MS = 8_000;

/** A leg with the age of its last word or how long it has been lost. */
export function LegCell({ name, leg }: LegCellProps) {
  const { t, locale } = useLanguage();
  const now = useMachineNow();
  const age = (since: Instant) => now - millis(since);
  switch (leg?.kind) {
    case 'up':
      return (
        <Leg name={name} mark={age(leg.heardAt) > LATE_MS ? 'unknown' : 'up'}>
          {duration(age(leg.heardAt), locale)}
        </Leg>
      );
    case 'lost':
      return (
        <Leg name={name} mark="lost">
          {t('link.lostFor', { age: wholeDuration(age(leg.since), locale) })}
        </Leg>
      );
    default:
      return (
        <Leg name={name} mark="unknown">
          {t('link.unknown')}
        </Leg>
      );
  }
}

/** Tells assistive technology when the link changes, and only then. */
export function LinkVoice({ lost }: { readonly lost: boolean }) {
  const { t } = useLanguage();
  const [said, setSaid] = useState('');
  const [before, setBefore] = useState(lost);
  useEffect(() => {
    if (before === lost) return;
    setBefore(lost);
    setSaid(t(lost ? 'link.voice.lost' : 'link.voice.back'));
  }, [before, lost, t]);
  return (
    <span aria-live="assertive" className={styles.voice}>
      {said}
    </span>
  );
}
