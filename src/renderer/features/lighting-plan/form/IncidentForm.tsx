import { LEAVE_LIGHT_KINDS } from '../../../../shared/advice/leave-light.ts';
import type { IncidentFloor } from '../../../../shared/lighting/model.ts';
import { TICKET_KINDS } from '../../../../shared/ticket/kinds.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { classes } from '../../../ui/index.ts';
import { isWithin } from '../words.ts';
import styles from './Form.module.css';
import { NumberInput } from './NumberInput.tsx';
import type { FormProps } from './ProgramForm.tsx';

const FIELDS = ['level', 'metres', 'hours'] as const;
/** Where these are open no lamp is touched: a rule for them would do nothing. */
const CHOICES = TICKET_KINDS.filter(({ id }) => !LEAVE_LIGHT_KINDS.some((one) => one === id));

/** What lamps around an open intervention never burn below: of which kinds, how high, how far, for how long. */
export function IncidentForm({ part, at, faults, onPart }: Omit<FormProps<IncidentFloor>, 'city'>) {
  const t = useT();
  const isWrong = (field: string) => faults.some((fault) => isWithin(fault, ['incidents', at, field]));
  const { kinds } = part;
  const toggle = (kind: string) => {
    const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind];
    onPart({ ...part, kinds: next });
  };
  return (
    <>
      <dl className={styles.facts}>
        {FIELDS.map((field) => (
          <div key={field}>
            <dt>{t(`planIncident.${field}`)}</dt>
            <dd>
              <NumberInput
                label={t(`planIncident.${field}`)}
                unit={t(`planIncident.unit.${field}`)}
                value={part[field]}
                invalid={isWrong(field)}
                onValue={(value) => onPart({ ...part, [field]: value })}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className="words">{t('planIncident.hint')}</p>
      <fieldset className={classes(styles.kinds, isWrong('kinds') && styles.wrong)}>
        <legend>{t('planIncident.kinds')}</legend>
        {CHOICES.map(({ id }) => (
          <label key={id} className={styles.check}>
            <input type="checkbox" checked={kinds.includes(id)} onChange={() => toggle(id)} />
            {t(`desk.kind.${id}`)}
          </label>
        ))}
      </fieldset>
      <p className="words">{t('planIncident.leftAlone')}</p>
    </>
  );
}
