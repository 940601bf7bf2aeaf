import { ClockTime } from '../../../../shared/lighting/local-time.ts';
import type { Moment } from '../../../../shared/lighting/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import styles from './Form.module.css';
import { NumberInput } from './NumberInput.tsx';
import { TextInput } from './TextInput.tsx';

interface MomentInputProps {
  /** « Palier 2, à partir de » */
  readonly label: string;
  readonly moment: Moment;
  /** when that is in the night that is looked at: « 17:13 » */
  readonly clock: string | undefined;
  readonly invalid: boolean;
  readonly onMoment: (moment: Moment) => void;
}

const KINDS = ['clock', 'dusk', 'dawn'] as const;
type Kind = (typeof KINDS)[number];

const kindOf = (moment: Moment): Kind =>
  typeof moment === 'string' ? 'clock' : 'dusk' in moment ? 'dusk' : 'dawn';

/** By the clock, or so many minutes from dusk or dawn. Another kind begins with the moment that this one is. */
export function MomentInput({ label, moment, clock, invalid, onMoment }: MomentInputProps) {
  const t = useT();
  const kind = kindOf(moment);
  const choose = (next: Kind) => {
    if (next === 'clock') onMoment(ClockTime.parse(clock ?? '22:00'));
    else onMoment(next === 'dusk' ? { dusk: 0 } : { dawn: 0 });
  };
  return (
    <>
      <select
        aria-label={t('plan.kindOf', { what: label })}
        className={styles.input}
        value={kind}
        onChange={({ target }) => choose(target.value as Kind)}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`plan.moment.${one}`)}
          </option>
        ))}
      </select>
      {typeof moment === 'string' ? (
        <TextInput
          label={label}
          value={moment}
          invalid={invalid}
          onText={(text) => {
            const { data } = ClockTime.safeParse(text);
            if (data !== undefined) onMoment(data);
            return data !== undefined;
          }}
        />
      ) : (
        <NumberInput
          label={label}
          unit={t('plan.minutes')}
          value={'dusk' in moment ? moment.dusk : moment.dawn}
          invalid={invalid}
          onValue={(minutes) => onMoment('dusk' in moment ? { dusk: minutes } : { dawn: minutes })}
        />
      )}
      <span className={styles.clock}>
        {kind !== 'clock' && clock !== undefined ? t('plan.isAt', { clock }) : ''}
      </span>
    </>
  );
}
