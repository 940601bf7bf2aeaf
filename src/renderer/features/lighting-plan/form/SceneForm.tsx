import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { LightingPlan } from '../../../../shared/lighting/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Icon, IconButton } from '../../../ui/index.ts';
import { countParts } from '../where/count-parts.ts';
import { WhereForm } from '../where/WhereForm.tsx';
import { isWithin } from '../words.ts';
import styles from './Form.module.css';
import { NumberInput } from './NumberInput.tsx';
import type { FormProps } from './ProgramForm.tsx';

type Scene = LightingPlan['scenes'][number];
type ScenePart = Scene['parts'][number];

/** Levels that are wanted together for an occasion: part by part, of which a lamp is in the first that it fits. */
export function SceneForm({ part, at, faults, city, onPart }: FormProps<Scene>) {
  const t = useT();
  const { parts } = part;
  const set = (next: readonly ScenePart[]) => onPart({ ...part, parts: [...next] });
  const after = useDeferredValue(parts);
  const counts = useMemo(() => countParts(after, city), [after, city]);
  const isWrong = (n: number, ...place: readonly PropertyKey[]) =>
    faults.some((fault) => isWithin(fault, ['scenes', at, 'parts', n, ...place]));
  return (
    <>
      <p className="words">{t('planScene.hint')}</p>
      <p className="words">{t('planWhere.hint')}</p>
      <ol className={styles.rules} aria-label={t('planScene.parts')}>
        {parts.map((one, n) => {
          const of = t('planScene.partN', { n: n + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place alone
            <li key={n} className={styles.part}>
              <div className={styles.partHead}>
                <b>{of}</b>
                <NumberInput
                  label={t('planWhere.of', { of, what: t('plan.field.level') })}
                  unit="%"
                  value={one.level}
                  invalid={isWrong(n, 'level')}
                  onValue={(level) => set(parts.with(n, { ...one, level }))}
                />
                <span className="grow figures">{t('lighting.lamps', { n: counts[n] ?? 0 })}</span>
                {n > 0 && (
                  <IconButton
                    icon={ArrowUp}
                    label={t('planScene.up', { n: n + 1 })}
                    onClick={() => set(parts.with(n - 1, one).with(n, parts[n - 1]!))}
                  />
                )}
                {parts.length > 1 && (
                  <IconButton
                    icon={Trash2}
                    label={t('planScene.remove', { n: n + 1 })}
                    onClick={() => set(parts.toSpliced(n, 1))}
                  />
                )}
              </div>
              <WhereForm
                of={of}
                where={one.where}
                city={city}
                isWrong={(field) => isWrong(n, 'where', field)}
                onWhere={(where) => set(parts.with(n, { ...one, where }))}
              />
            </li>
          );
        })}
      </ol>
      <div>
        <Button onClick={() => set([...parts, { where: { classes: ['street'] }, level: 50 }])}>
          <Icon of={Plus} /> {t('planScene.add')}
        </Button>
      </div>
    </>
  );
}
