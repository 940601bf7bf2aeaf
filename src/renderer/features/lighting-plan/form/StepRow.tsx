import { Trash2 } from 'lucide-react';
import {
  type PresenceProfile,
  PresenceProfileId,
  type ProgramStep,
} from '../../../../shared/lighting/model.ts';
import { nameIn } from '../../../../shared/lighting/night.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { IconButton } from '../../../ui/index.ts';
import styles from './Form.module.css';
import { MomentInput } from './MomentInput.tsx';
import { NumberInput } from './NumberInput.tsx';

interface StepRowProps {
  /** from 1 */
  readonly n: number;
  readonly step: ProgramStep;
  readonly profiles: readonly PresenceProfile[];
  readonly clock: string | undefined;
  /** what of it can't be taken */
  readonly invalid: { readonly from: boolean; readonly light: boolean };
  readonly onStep: (step: ProgramStep) => void;
  /** undefined: a program has one step at least */
  readonly onRemove: (() => void) | undefined;
}

const LEVEL = '';
/** What a step that was given a profile begins with when it gets a level again, %. */
const USUAL = 50;

/** One step of a program: from when, and either a level or lamps that wake. */
export function StepRow({ n, step, profiles, clock, invalid, onStep, onRemove }: StepRowProps) {
  const { t, locale } = useLanguage();
  const { from } = step;
  const profile = 'presence' in step ? profiles.find(({ id }) => id === step.presence) : undefined;
  const what = (field: string) => t('plan.ofStep', { n, field });
  return (
    <li className={styles.step}>
      <MomentInput
        label={what(t('plan.field.from'))}
        moment={from}
        clock={clock}
        invalid={invalid.from}
        onMoment={(moment) => onStep({ ...step, from: moment })}
      />
      <select
        aria-label={what(t('plan.light'))}
        className={styles.input}
        value={'presence' in step ? step.presence : LEVEL}
        onChange={({ target }) =>
          onStep(
            target.value === LEVEL
              ? { from, level: profile?.base ?? USUAL }
              : { from, presence: PresenceProfileId.parse(target.value) },
          )
        }
      >
        <option value={LEVEL}>{t('plan.fixed')}</option>
        {profiles.map(({ id, name }) => (
          <option key={id} value={id}>
            {nameIn(name, locale)}
          </option>
        ))}
      </select>
      {'level' in step ? (
        <NumberInput
          label={what(t('plan.field.level'))}
          unit="%"
          value={step.level}
          invalid={invalid.light}
          onValue={(level) => onStep({ from, level })}
        />
      ) : (
        <span className={styles.clock}>
          {profile && t('plan.presenceLevels', { base: profile.base, raised: profile.raised })}
        </span>
      )}
      {onRemove === undefined ? (
        <span />
      ) : (
        <IconButton icon={Trash2} label={t('plan.removeStep', { n })} onClick={onRemove} />
      )}
    </li>
  );
}
