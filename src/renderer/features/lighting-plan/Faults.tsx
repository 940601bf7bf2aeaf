import { TriangleAlert } from 'lucide-react';
import { PARTS } from '../../../shared/lighting/changed-parts.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import type { PlanFault } from '../../../shared/lighting/plan-file.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import type { Place } from './draft.ts';
import styles from './Editor.module.css';
import { faultWords, placeWords } from './words.ts';

interface FaultsProps {
  readonly plan: LightingPlan;
  readonly faults: readonly PlanFault[];
  readonly onPlace: (place: Place) => void;
}

/** What keeps the draft from being published, each with the way to its place. */
export function Faults({ plan, faults, onPlace }: FaultsProps) {
  const { t, locale } = useLanguage();
  if (faults.length === 0) return null;
  return (
    <section className={styles.faults} aria-label={t('plan.faults', { n: faults.length })}>
      <h3>
        <Icon of={TriangleAlert} /> {t('plan.faults', { n: faults.length })}
      </h3>
      <ul>
        {faults.map((fault) => (
          <li key={fault.path.join('.') + String(fault.fault)}>
            <button type="button" className={styles.fault} onClick={() => onPlace(placeOf(fault))}>
              <b>{placeWords(t, locale, plan, fault.path)}</b>
              <span>{faultWords(t, fault)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where its form is; what is wrong with the plan as a whole has none. */
function placeOf({ path: [list, at] }: PlanFault): Place {
  const known = PARTS.find((one) => one === list);
  return known !== undefined && typeof at === 'number'
    ? { list: known, at }
    : { list: 'controlPrograms', at: 0 };
}
