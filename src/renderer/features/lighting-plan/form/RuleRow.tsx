import { ArrowUp, Trash2 } from 'lucide-react';
import {
  type CalendarRule,
  type ControlProgram,
  ControlProgramId,
  WEEKDAYS,
  type Weekday,
} from '../../../../shared/lighting/model.ts';
import { nameIn } from '../../../../shared/lighting/night.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { Field, IconButton, Select } from '../../../ui/index.ts';
import { renamed } from '../words.ts';
import { dayFrom, daysFrom, dayWords } from './days.ts';
import styles from './Form.module.css';
import { TextInput } from './TextInput.tsx';

interface RuleRowProps {
  /** from 1 */
  readonly n: number;
  readonly rule: CalendarRule;
  readonly programs: readonly ControlProgram[];
  readonly error: string | undefined;
  readonly onRule: (rule: CalendarRule) => void;
  readonly onRemove: () => void;
  /** before the one above it, which would decide otherwise */
  readonly onUp: (() => void) | undefined;
}

/** A rule without a field where nothing is said in it. */
const said = (rule: CalendarRule, change: Partial<CalendarRule>): CalendarRule =>
  Object.fromEntries(
    Object.entries({ ...rule, ...change }).filter(([, value]) => value !== undefined),
  ) as CalendarRule;

/** One exception of a calendar: its program, and in which nights; all that is filled in must hold. */
export function RuleRow({ n, rule, programs, error, onRule, onRemove, onUp }: RuleRowProps) {
  const { t, locale } = useLanguage();
  const { weekdays = [] } = rule;
  const change = (part: Partial<CalendarRule>) => onRule(said(rule, part));
  const toggle = (day: Weekday) => {
    const next = WEEKDAYS.filter((one) => (one === day) !== weekdays.includes(one));
    change({ weekdays: next.length === 0 ? undefined : next });
  };
  /** A day, or nothing, which takes it out. */
  const bound = (field: 'from' | 'to') => (text: string) => {
    const day = dayFrom(text);
    if (day !== undefined || text === '') change({ [field]: day });
    return day !== undefined || text === '';
  };
  return (
    <li className={styles.rule}>
      <div className={styles.ruleHead}>
        <Field
          label={t('plan.ruleName', { n })}
          value={rule.name === undefined ? '' : nameIn(rule.name, locale)}
          maxLength={80}
          onChange={({ target }) =>
            change({ name: target.value === '' ? undefined : renamed(rule.name ?? '', locale, target.value) })
          }
        />
        <Select
          label={t('plan.field.program')}
          value={rule.program as string}
          choices={programs.map(({ id, name }) => ({ value: id as string, label: nameIn(name, locale) }))}
          onChoose={(program) => change({ program: ControlProgramId.parse(program) })}
        />
        {onUp === undefined ? (
          <span />
        ) : (
          <IconButton icon={ArrowUp} label={t('plan.ruleUp', { n })} onClick={onUp} />
        )}
        <IconButton icon={Trash2} label={t('plan.removeRule', { n })} onClick={onRemove} />
      </div>
      <fieldset className={styles.choices}>
        <legend>{t('plan.field.weekdays')}</legend>
        {WEEKDAYS.map((day) => (
          <label key={day} className={styles.check}>
            <input type="checkbox" checked={weekdays.includes(day)} onChange={() => toggle(day)} />
            {t(`plan.weekday.${day}`)}
          </label>
        ))}
      </fieldset>
      <div className={styles.when}>
        <div>
          <span aria-hidden="true">{t('plan.field.days')}</span>
          <TextInput
            label={t('plan.ruleDays', { n })}
            value={(rule.days ?? []).map(dayWords).join(', ')}
            placeholder={t('plan.daysHint')}
            onText={(text) => {
              const days = daysFrom(text);
              if (days !== undefined || text === '') change({ days: days && [...days] });
              return days !== undefined || text === '';
            }}
          />
        </div>
        <div>
          <span aria-hidden="true">{t('plan.between')}</span>
          <TextInput
            label={t('plan.ruleFrom', { n })}
            value={rule.from === undefined ? '' : dayWords(rule.from)}
            placeholder={t('plan.dayHint')}
            onText={bound('from')}
          />
        </div>
        <div>
          <span aria-hidden="true">{t('plan.and')}</span>
          <TextInput
            label={t('plan.ruleTo', { n })}
            value={rule.to === undefined ? '' : dayWords(rule.to)}
            placeholder={t('plan.dayHint')}
            onText={bound('to')}
          />
        </div>
      </div>
      {error !== undefined && <p className={styles.error}>{error}</p>}
    </li>
  );
}
