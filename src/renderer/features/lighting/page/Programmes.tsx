import { SquareSlash } from 'lucide-react';
import type { ReactNode } from 'react';
import { clockOf } from '../../../../shared/lighting/local-time.ts';
import { nameIn } from '../../../../shared/lighting/night.ts';
import type { RoomLightingPlan } from '../../../../shared/lighting/published.ts';
import { useNow } from '../../../lib/clock/index.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { EmptyState, Icon, Rows } from '../../../ui/index.ts';
import { LampGroup } from './LampGroup.tsx';
import { type Outlook, outlookOf } from './outlook.ts';
import styles from './Programmes.module.css';

const MINUTE_MS = 60_000;

interface ProgrammesProps {
  /** what else is said of a group, by its id */
  readonly detailOf: (group: string) => ReactNode;
}

/** The city's lighting plan as it is lived tonight and in the night after, by groups of lamps. */
export function Programmes({ detailOf }: ProgrammesProps) {
  const { t } = useLanguage();
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  const places = useRoomData((data) => data.lampPlaces);
  const minute = Math.floor(useNow() / MINUTE_MS);
  const now = (minute + (room?.aheadMinutes ?? 0)) * MINUTE_MS;
  const outlook = room && outlookOf(room, places.values(), now);
  return (
    <>
      {room?.refused && <Refused {...room.refused} />}
      {room === undefined || outlook === undefined ? (
        <EmptyState title={t('lighting.none')} detail={t('lighting.noneWhy')} />
      ) : (
        <Plan room={room} outlook={outlook} now={now} detailOf={detailOf} />
      )}
    </>
  );
}

interface PlanProps extends ProgrammesProps {
  readonly room: RoomLightingPlan;
  readonly outlook: Outlook;
  readonly now: number;
}

function Plan({ room: { plan, timeZone, aheadMinutes }, outlook, now, detailOf }: PlanProps) {
  const { t, locale } = useLanguage();
  const sun = outlook.groups[0]?.tonight.night.sun;
  const facts = [
    ...(sun
      ? [t('lighting.sun', { dusk: clockOf(sun.dusk, timeZone), dawn: clockOf(sun.dawn, timeZone) })]
      : []),
    t('lighting.version', { version: plan?.version ?? 0 }),
    ...(aheadMinutes === 0 ? [] : [t('lighting.demo', { time: clockOf(now, timeZone) })]),
  ];
  return (
    <section className={styles.page} aria-label={t('lighting.section')}>
      <p className="quiet figures">{facts.join(' · ')}</p>
      <div className={styles.groups}>
        <Rows>
          {outlook.groups.map((group) => (
            <LampGroup
              key={group.id}
              group={group}
              timeZone={timeZone}
              now={now}
              detail={detailOf(group.id)}
            />
          ))}
        </Rows>
      </div>
      {outlook.floors.length > 0 && (
        <>
          <h3>{t('lighting.floors')}</h3>
          <ul className="words">
            {outlook.floors.map(({ id, name, level, lamps }) => (
              <li key={id}>{t('lighting.floorLine', { name: nameIn(name, locale), level, lamps })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Refused({ file, faults }: NonNullable<RoomLightingPlan['refused']>) {
  const { t } = useLanguage();
  return (
    <section className={styles.page} aria-label={t('lighting.refused')}>
      <h3>
        <Icon of={SquareSlash} /> {t('lighting.refused')}
      </h3>
      <p className="quiet">{t('lighting.refusedWhy', { file })}</p>
      <ul className="words">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </section>
  );
}
