import type { SafetyFloor } from '../../../../shared/lighting/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { isWithin } from '../words.ts';
import styles from './Form.module.css';
import { NumberInput } from './NumberInput.tsx';
import type { FormProps } from './ProgramForm.tsx';

const CLASSES = ['ring', 'boulevard', 'avenue', 'street', 'lane'] as const;

/** A level that lamps never burn below at night: how high, near which junctions, of which streets. */
export function FloorForm({ part, at, faults, onPart }: FormProps<SafetyFloor>) {
  const t = useT();
  const { level, where } = part;
  const { classes = [], junctionMetres, streets, communes, circuits, cabinets, lamps } = where;
  const isWrong = (...place: readonly PropertyKey[]) =>
    faults.some((fault) => isWithin(fault, ['floors', at, ...place]));
  const toggle = (one: (typeof CLASSES)[number]) => {
    const { classes: _, ...rest } = where;
    const next = CLASSES.filter((each) => (each === one) !== classes.includes(each));
    onPart({ ...part, where: next.length === 0 ? rest : { ...where, classes: next } });
  };
  const named = [streets, communes, circuits, cabinets, lamps].flatMap((names) => names ?? []);
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{t('plan.floor.level')}</dt>
          <dd>
            <NumberInput
              label={t('plan.floor.level')}
              unit="%"
              value={level}
              invalid={isWrong('level')}
              onValue={(value) => onPart({ ...part, level: value })}
            />
          </dd>
        </div>
        {junctionMetres !== undefined && (
          <div>
            <dt>{t('plan.floor.junction')}</dt>
            <dd>
              <NumberInput
                label={t('plan.floor.junction')}
                unit="m"
                value={junctionMetres}
                invalid={isWrong('where', 'junctionMetres')}
                onValue={(value) => onPart({ ...part, where: { ...where, junctionMetres: value } })}
              />
            </dd>
          </div>
        )}
      </dl>
      <fieldset className={styles.choices}>
        <legend>{t('plan.floor.classes')}</legend>
        {CLASSES.map((one) => (
          <label key={one} className={styles.check}>
            <input type="checkbox" checked={classes.includes(one)} onChange={() => toggle(one)} />
            {t(`plan.class.${one}`)}
          </label>
        ))}
      </fieldset>
      {named.length > 0 && <p className={styles.hint}>{t('plan.floor.named', { n: named.length })}</p>}
    </>
  );
}
