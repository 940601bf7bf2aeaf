import { Plus, TriangleAlert } from 'lucide-react';
import {
  CalendarId,
  ControlProgramId,
  type LightingPlan,
  PresenceProfileId,
} from '../../../shared/lighting/model.ts';
import type { PlanFault } from '../../../shared/lighting/plan-file.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Icon, IconButton } from '../../ui/index.ts';
import { freeId, type Place } from './draft.ts';
import styles from './Editor.module.css';
import { isWithin, nameWords } from './words.ts';

interface PartListProps {
  readonly plan: LightingPlan;
  readonly faults: readonly PlanFault[];
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onPlan: (plan: LightingPlan) => void;
}

const LISTS = ['controlPrograms', 'calendars', 'presence', 'floors'] as const;
type List = (typeof LISTS)[number];

/** The parts of a plan, each a button that brings its form; and another one of each kind. */
export function PartList({ plan, faults, place, onPlace, onPlan }: PartListProps) {
  const { t, locale } = useLanguage();
  const add = (list: List) => {
    onPlan(withAnother(plan, list, t(`plan.new.${list}`)));
    onPlace({ list, at: plan[list].length });
  };
  return (
    <nav className={styles.parts} aria-label={t('plan.parts')}>
      {LISTS.map((list) => (
        <section key={list}>
          <header>
            <h4>{t(`plan.parts.${list}`)}</h4>
            <IconButton icon={Plus} label={t(`plan.add.${list}`)} onClick={() => add(list)} />
          </header>
          <ul>
            {plan[list].map(({ id, name }, at) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.part}
                  aria-current={place.list === list && place.at === at}
                  onClick={() => onPlace({ list, at })}
                >
                  <span className="cut">{nameWords(t, locale, name)}</span>
                  {faults.some((fault) => isWithin(fault, [list, at])) && (
                    <span className={styles.wrong}>
                      <Icon of={TriangleAlert} size="small" /> {t('plan.hasFault')}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <button
          type="button"
          className={styles.part}
          aria-current={place.list === 'groups'}
          onClick={() => onPlace({ list: 'groups' })}
        >
          {t('plan.parts.groups')}
        </button>
      </section>
    </nav>
  );
}

/** The plan with one more part of a kind, such that it can be taken as it is. */
function withAnother(plan: LightingPlan, list: List, name: string): LightingPlan {
  const { controlPrograms, calendars, presence, floors } = plan;
  switch (list) {
    case 'controlPrograms': {
      const id = ControlProgramId.parse(freeId('programme', controlPrograms));
      const steps = [{ from: { dusk: 15 }, level: 80 }];
      return { ...plan, controlPrograms: [...controlPrograms, { id, name, steps, off: { dawn: -15 } }] };
    }
    case 'calendars': {
      const id = CalendarId.parse(freeId('calendrier', calendars));
      return { ...plan, calendars: [...calendars, { id, name, program: controlPrograms[0]!.id, rules: [] }] };
    }
    case 'presence': {
      const id = PresenceProfileId.parse(freeId('presence', presence));
      return {
        ...plan,
        presence: [...presence, { id, name, base: 40, raised: 90, holdSeconds: 30, ahead: 2 }],
      };
    }
    default: {
      const id = freeId('minimum', floors);
      return { ...plan, floors: [...floors, { id, name, where: { junctionMetres: 12 }, level: 50 }] };
    }
  }
}
