import type { PresenceProfile } from '../../../../shared/lighting/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { isWithin } from '../words.ts';
import styles from './Form.module.css';
import { NumberInput } from './NumberInput.tsx';
import type { FormProps } from './ProgramForm.tsx';

const FIELDS = ['base', 'raised', 'holdSeconds', 'ahead'] as const;

/** How lamps wake when somebody comes. */
export function PresenceForm({ part, at, faults, onPart }: Omit<FormProps<PresenceProfile>, 'city'>) {
  const t = useT();
  return (
    <dl className={styles.facts}>
      {FIELDS.map((field) => (
        <div key={field}>
          <dt>{t(`plan.presence.${field}`)}</dt>
          <dd>
            <NumberInput
              label={t(`plan.presence.${field}`)}
              unit={t(`plan.unit.${field}`)}
              value={part[field]}
              invalid={faults.some((fault) => isWithin(fault, ['presence', at, field]))}
              onValue={(value) => onPart({ ...part, [field]: value })}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
