import { useNow } from '../../lib/clock/index.ts';
import { roundMinutes, useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import styles from './Editor.module.css';
import { lateCabinets } from './late-cabinets.ts';

const MINUTE_MS = 60_000;
/** So many cabinets are named before the rest is counted. */
const NAMED = 8;

/** How far the plan in force has come: how many cabinets said that they have it, and since when which ones lack it. */
export function Reach() {
  const { t } = useLanguage();
  const reach = useRoomData((data) => data.lightingReach.get('room'));
  const minute = Math.floor(useNow() / MINUTE_MS);
  if (reach === undefined) return null;
  const { version, cabinets, taken } = reach;
  const { late, others, fresh } = lateCabinets(reach, minute * MINUTE_MS);
  const named = late.slice(0, NAMED).map(({ cabinet, lasts, code }) => {
    const age = roundMinutes(lasts);
    if (code === undefined) return t('plan.lacks', { cabinet, age });
    return lasts < MINUTE_MS
      ? t('plan.refusedNow', { cabinet, code })
      : t('plan.refusedBy', { cabinet, age, code });
  });
  const more = others + late.length - named.length;
  const lines = [
    ...named,
    ...(more > 0 ? [t('plan.andMore', { n: more })] : []),
    ...(fresh > 0 ? [t('plan.fresh', { n: fresh })] : []),
  ];
  return (
    <section className={styles.reach} aria-label={t('plan.reach')}>
      <p>
        {taken === cabinets
          ? t('plan.reachAll', { version, cabinets })
          : t('plan.reachOf', { version, taken, cabinets })}
      </p>
      {lines.length > 0 && <p className="quiet figures">{t('plan.notYet', { list: lines.join(' · ') })}</p>}
    </section>
  );
}
