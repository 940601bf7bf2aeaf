import { useNow } from '../../lib/clock/index.ts';
import { roundMinutes, useLanguage } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import styles from './Editor.module.css';

const MINUTE_MS = 60_000;
/** So many cabinets are named before the rest is counted. */
const NAMED = 8;

/** How far the plan in force has come: how many cabinets said that they have it, and since when which ones lack it. */
export function Reach() {
  const { t } = useLanguage();
  const reach = useRoomData((data) => data.lightingReach.get('room'));
  const minute = Math.floor(useNow() / MINUTE_MS);
  if (reach === undefined) return null;
  const { version, cabinets, taken, lacking } = reach;
  const age = (since: string) => roundMinutes(minute * MINUTE_MS - Date.parse(since));
  const named = lacking
    .slice(0, NAMED)
    .map(({ cabinet, since, code }) =>
      code === undefined
        ? t('plan.lacks', { cabinet, age: age(since) })
        : t('plan.refusedBy', { cabinet, age: age(since), code }),
    );
  const more = cabinets - taken - named.length;
  return (
    <section className={styles.reach} aria-label={t('plan.reach')}>
      <p>
        {taken === cabinets
          ? t('plan.reachAll', { version, cabinets })
          : t('plan.reachOf', { version, taken, cabinets })}
      </p>
      {named.length > 0 && (
        <p className="quiet figures">
          {t('plan.notYet', { list: named.join(' · ') })}
          {more > 0 && ` · ${t('plan.andMore', { n: more })}`}
        </p>
      )}
    </section>
  );
}
