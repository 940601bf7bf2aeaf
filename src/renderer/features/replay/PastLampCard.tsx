import { X } from 'lucide-react';
import { useMemo } from 'react';
import { HOUR_MS, hourOf } from '../../../shared/lamp/history/block.ts';
import { LEVEL_NOT_KEPT, VARIES } from '../../../shared/lamp/history/kept.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, type Translate, useLanguage } from '../../lib/i18n/index.tsx';
import { IconButton } from '../../ui/index.ts';
import { type LampFacts, type LampRef, lampLine } from '../map/index.ts';
import { LampCurve } from './LampCurve.tsx';
import type { ReplayNight } from './nights.ts';
import styles from './Replay.module.css';
import type { PastLamp, Reel } from './reel.ts';
import { useReplay } from './store.ts';

interface PastLampCardProps {
  readonly reel: Reel;
  readonly night: ReplayNight;
  readonly lamp: LampRef;
  readonly facts: LampFacts | undefined;
  readonly onClose: () => void;
}

/** A lamp as it was at the moment that is shown, and through the whole night. */
export function PastLampCard({ reel, night, lamp, facts, onClose }: PastLampCardProps) {
  const { t } = useLanguage();
  const at = useReplay((replay) => replay.at);
  const then = reel.lampAt(lamp, at);
  const moments = useMemo(() => reel.lampThrough(lamp), [reel, lamp]);
  const passages = facts && passagesOf(reel, facts, at);
  return (
    <section className={styles.card} aria-label={t('replay.lamp')}>
      <header>
        <div>
          <h3 className="id">{facts?.id ?? `${lamp.slot}-${lamp.index}`}</h3>
          <p>{[facts?.street, facts?.commune].filter(Boolean).join(' · ')}</p>
        </div>
        <IconButton icon={X} label={t('map.lamp.close')} onClick={onClose} />
      </header>
      <p className={styles.then}>{`${clockMinute(at)} · ${lampThen(t, then)}`}</p>
      <LampCurve moments={moments} night={night} at={at} />
      {passages !== undefined && <p className="quiet">{passagesWords(t, passages)}</p>}
    </section>
  );
}

/** « allumé 60 % », « allumé 30 % au moins, selon les passages », « inconnu ». */
function lampThen(t: Translate, lamp: PastLamp | undefined): string {
  if (lamp === undefined) return t('replay.lampUnknown');
  const { state, level, faults } = lamp;
  if (level === LEVEL_NOT_KEPT) return t('replay.lampNotKept');
  const line = lampLine(t, state & ~VARIES, level, faults);
  return (state & VARIES) !== 0 ? t('replay.atLeast', { line }) : line;
}

function passagesOf(reel: Reel, { district, street }: LampFacts, at: number) {
  const from = hourOf(at);
  const row = reel.passages.find((one) => one.district === district && millis(one.at) === from);
  const count = row?.streets[street];
  return count === undefined ? undefined : { from, count };
}

const passagesWords = (t: Translate, { from, count }: { from: number; count: number | null }): string => {
  const hours = { from: clockMinute(from), to: clockMinute(from + HOUR_MS) };
  return count === null ? t('replay.fewPassages', hours) : t('replay.passages', { ...hours, n: count });
};
