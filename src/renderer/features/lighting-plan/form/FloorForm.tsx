import type { SafetyFloor } from '../../../../shared/lighting/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { WhereForm } from '../where/WhereForm.tsx';
import { isWithin } from '../words.ts';
import styles from './Form.module.css';
import { NumberInput } from './NumberInput.tsx';
import type { FormProps } from './ProgramForm.tsx';

/** A level that lamps never burn below at night: how high, and which lamps. */
export function FloorForm({ part, at, faults, city, onPart }: FormProps<SafetyFloor>) {
  const t = useT();
  const isWrong = (...place: readonly PropertyKey[]) =>
    faults.some((fault) => isWithin(fault, ['floors', at, ...place]));
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('plan.floor.level')}</dt>
          <dd>
            <NumberInput
              label={t('plan.floor.level')}
              unit="%"
              value={part.level}
              invalid={isWrong('level')}
              onValue={(level) => onPart({ ...part, level })}
            />
          </dd>
        </div>
      </dl>
      <WhereForm
        where={part.where}
        city={city}
        isWrong={(field) => isWrong('where', field)}
        onWhere={(where) => onPart({ ...part, where })}
      />
    </>
  );
}
