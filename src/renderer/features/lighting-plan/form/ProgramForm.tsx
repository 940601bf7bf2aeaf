import { Plus } from 'lucide-react';
import { ClockTime, clockOf, type Day } from '../../../../shared/lighting/local-time.ts';
import type { ControlProgram, LightingPlan, Moment, ProgramStep } from '../../../../shared/lighting/model.ts';
import { momentOf, nightOfProgram } from '../../../../shared/lighting/night.ts';
import type { PlanFault } from '../../../../shared/lighting/plan-file.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Icon } from '../../../ui/index.ts';
import { NightCurve } from '../../lighting/index.ts';
import type { CityForPlans } from '../where/use-city-lamps.ts';
import { isWithin, STEP_PATH } from '../words.ts';
import styles from './Form.module.css';
import { MomentInput } from './MomentInput.tsx';
import { StepRow } from './StepRow.tsx';

export interface FormProps<P> {
  readonly part: P;
  /** its place in its list */
  readonly at: number;
  readonly plan: LightingPlan;
  readonly faults: readonly PlanFault[];
  readonly city: CityForPlans;
  readonly onPart: (part: P) => void;
}

interface ProgramFormProps extends Omit<FormProps<ControlProgram>, 'city'> {
  /** the same program in the plan in force */
  readonly was: ControlProgram | undefined;
  readonly inForce: LightingPlan;
  readonly timeZone: string;
  readonly day: Day;
}

/** The steps of a program, with the night that they make drawn above them as they are changed. */
export function ProgramForm({
  part,
  at,
  plan,
  faults,
  onPart,
  was,
  inForce,
  timeZone,
  day,
}: ProgramFormProps) {
  const t = useT();
  const { steps, off } = part;
  const night = nightOfProgram({ ...plan, timeZone }, part, day);
  const before = was && nightOfProgram({ ...inForce, timeZone }, was, day);
  const clock = (moment: Moment) => clockOf(momentOf(moment, night.sun, day, timeZone), timeZone);
  const isWrong = (...place: readonly PropertyKey[]) =>
    faults.some((fault) => isWithin(fault, ['controlPrograms', at, ...place]));
  /** Of a step that is of no kind all of it. */
  const wrongStep = (n: number) => {
    const whole = faults.some(({ path }) => path.length === STEP_PATH && path[1] === at && path[3] === n);
    const isFrom = isWrong('steps', n, 'from');
    return { from: whole || isFrom, light: whole || isWrong('steps', n, 'level') };
  };
  const setSteps = (next: readonly ProgramStep[]) => onPart({ ...part, steps: [...next] });
  return (
    <>
      <NightCurve night={night} before={before} timeZone={timeZone} />
      <p className="words">{t('plan.curveHint')}</p>
      <ol className={styles.steps} aria-label={t('plan.steps')}>
        {steps.map((step, n) => (
          <StepRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
            key={n}
            n={n + 1}
            step={step}
            profiles={plan.presence}
            clock={clock(step.from)}
            invalid={wrongStep(n)}
            onStep={(next) => setSteps(steps.with(n, next))}
            onRemove={steps.length === 1 ? undefined : () => setSteps(steps.toSpliced(n, 1))}
          />
        ))}
        <li className={styles.step}>
          <MomentInput
            label={t('plan.field.off')}
            moment={off}
            clock={clock(off)}
            invalid={isWrong('off')}
            onMoment={(moment) => onPart({ ...part, off: moment })}
          />
          <span className={styles.off}>{t('plan.off')}</span>
        </li>
      </ol>
      <div>
        <Button onClick={() => setSteps([...steps, { from: laterThan(steps, clock), level: 50 }])}>
          <Icon of={Plus} /> {t('plan.addStep')}
        </Button>
      </div>
    </>
  );
}

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** An hour after the last step, by the clock: a place to begin with. */
function laterThan(steps: readonly ProgramStep[], clock: (moment: Moment) => string): ClockTime {
  const last = steps.at(-1);
  const [hours = 22, minutes = 0] = last === undefined ? [] : clock(last.from).split(':').map(Number);
  const next = (hours * HOUR_MINUTES + minutes + HOUR_MINUTES) % DAY_MINUTES;
  const two = (n: number) => String(n).padStart(2, '0');
  return ClockTime.parse(`${two(Math.floor(next / HOUR_MINUTES))}:${two(next % HOUR_MINUTES)}`);
}
