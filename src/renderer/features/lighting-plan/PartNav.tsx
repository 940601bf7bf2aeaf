import { Plus, TriangleAlert } from 'lucide-react';
import { PARTS, type PartList } from '../../../shared/lighting/changed-parts.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { PlanFault } from '../../../shared/lighting/plan-file.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Icon, IconButton } from '../../ui/index.ts';
import { placeOfNew, withAnother } from './another-part.ts';
import type { Place } from './draft.ts';
import styles from './Editor.module.css';
import { isWithin, nameWords } from './words.ts';

interface PartNavProps {
  readonly plan: LightingPlan;
  readonly faults: readonly PlanFault[];
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly onPlan: (plan: LightingPlan) => void;
}

/** The parts of a plan, each a button that brings its form; and another one of each kind. */
export function PartNav({ plan, faults, place, onPlace, onPlan }: PartNavProps) {
  const { t, locale } = useLanguage();
  const add = (list: PartList) => {
    onPlan(withAnother(plan, list, t(`plan.new.${list}`)));
    onPlace({ list, at: placeOfNew(plan, list) });
  };
  return (
    <nav className={styles.parts} aria-label={t('plan.parts')}>
      {PARTS.map((list) => (
        <section key={list} aria-label={t(`plan.parts.${list}`)}>
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
                  <span>{nameWords(t, locale, name)}</span>
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
    </nav>
  );
}
