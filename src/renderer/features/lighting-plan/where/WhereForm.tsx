import { CROSSING_METRES } from '../../../../shared/crossing/light.ts';
import type { Where } from '../../../../shared/lighting/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import styles from '../form/Form.module.css';
import { NameFinder } from './NameFinder.tsx';
import { NamesOf } from './NamesOf.tsx';
import { NearChoice } from './NearChoice.tsx';
import type { CityForPlans } from './use-city-lamps.ts';

const CLASSES = ['ring', 'boulevard', 'avenue', 'street', 'lane'] as const;
type StreetClass = (typeof CLASSES)[number];

/** What a junction is near by, m, when somebody first asks for it. */
const NEAR = 12;

interface WhereFormProps {
  /** of what, where a form has several: « Partie 2 » */
  readonly of?: string;
  readonly where: Where;
  readonly city: CityForPlans;
  /** whether a field of it can't be taken */
  readonly isWrong: (field: string) => boolean;
  readonly onWhere: (where: Where) => void;
}

/** Which lamps: by the class of their street, how near a junction or a crossing, and by name. All that is filled in must hold. */
export function WhereForm({ of, where, city, isWrong, onWhere }: WhereFormProps) {
  const t = useT();
  const { classes = [] } = where;
  const toggle = (one: StreetClass) => {
    const { classes: _, ...rest } = where;
    const next = CLASSES.filter((each) => (each === one) !== classes.includes(each));
    onWhere(next.length === 0 ? rest : { ...rest, classes: next });
  };
  const near = (field: 'junctionMetres' | 'crossingMetres', metres: number | undefined) => {
    const { [field]: _, ...rest } = where;
    onWhere(metres === undefined ? rest : { ...rest, [field]: metres });
  };
  return (
    // Of several in a form each is a group with a name: what is in it need not repeat that.
    <fieldset
      className={styles.where}
      aria-label={of === undefined ? undefined : t('planWhere.of', { of, what: t('planWhere.which') })}
    >
      <legend className={styles.legend}>{t('planWhere.which')}</legend>
      {of === undefined && <p className="words">{t('planWhere.hint')}</p>}
      <fieldset className={styles.choices}>
        <legend>{t('planWhere.classes')}</legend>
        {CLASSES.map((one) => (
          <label key={one} className={styles.check}>
            <input type="checkbox" checked={classes.includes(one)} onChange={() => toggle(one)} />
            {t(`plan.class.${one}`)}
          </label>
        ))}
      </fieldset>
      <NearChoice
        label={t('planWhere.junction')}
        distance={t('plan.field.junctionMetres')}
        metres={where.junctionMetres}
        usual={NEAR}
        invalid={isWrong('junctionMetres')}
        onMetres={(metres) => near('junctionMetres', metres)}
      />
      <NearChoice
        label={t('planWhere.crossing')}
        distance={t('plan.field.crossingMetres')}
        metres={where.crossingMetres}
        usual={CROSSING_METRES}
        invalid={isWrong('crossingMetres')}
        onMetres={(metres) => near('crossingMetres', metres)}
      />
      {where.crossingMetres !== undefined && (
        <p className="quiet">{t('planWhere.crossings', { n: city.crossings })}</p>
      )}
      <NameFinder label={t('planWhere.add')} city={city} where={where} onWhere={onWhere} />
      <NamesOf where={where} city={city} onWhere={onWhere} />
    </fieldset>
  );
}
