import { useT } from '../../../lib/i18n/index.tsx';
import styles from '../form/Form.module.css';
import { NumberInput } from '../form/NumberInput.tsx';

interface NearChoiceProps {
  /** « Seulement près d’un carrefour » */
  readonly label: string;
  /** what the distance is called */
  readonly distance: string;
  readonly metres: number | undefined;
  /** where somebody first asks for it, m */
  readonly usual: number;
  readonly invalid: boolean;
  readonly onMetres: (metres: number | undefined) => void;
}

/** Only lamps near something: whether, and how near. */
export function NearChoice({ label, distance, metres, usual, invalid, onMetres }: NearChoiceProps) {
  const t = useT();
  return (
    <div className={styles.junction}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={metres !== undefined}
          onChange={() => onMetres(metres === undefined ? usual : undefined)}
        />
        {label}
      </label>
      {metres !== undefined && (
        <NumberInput
          label={distance}
          unit={t('planWhere.unit.m')}
          value={metres}
          invalid={invalid}
          onValue={onMetres}
        />
      )}
    </div>
  );
}
