import { Plus } from 'lucide-react';
import { type Calendar, type CalendarRule, ControlProgramId } from '../../../../shared/lighting/model.ts';
import { nameIn } from '../../../../shared/lighting/night.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { Button, Icon, Select } from '../../../ui/index.ts';
import { faultWords, isWithin } from '../words.ts';
import styles from './Form.module.css';
import type { FormProps } from './ProgramForm.tsx';
import { RuleRow } from './RuleRow.tsx';

/** Which program in which night: the usual one, and exceptions, of which the first that fits decides. */
export function CalendarForm({ part, at, plan, faults, onPart }: Omit<FormProps<Calendar>, 'city'>) {
  const { t, locale } = useLanguage();
  const { rules, program } = part;
  const setRules = (next: readonly CalendarRule[]) => onPart({ ...part, rules: [...next] });
  const swapped = (n: number) => rules.with(n - 1, rules[n]!).with(n, rules[n - 1]!);
  const errorOf = (n: number) => {
    const fault = faults.find((one) => isWithin(one, ['calendars', at, 'rules', n]));
    return fault && faultWords(t, fault);
  };
  return (
    <>
      <Select
        label={t('plan.usual')}
        value={program as string}
        className={styles.narrow}
        choices={plan.controlPrograms.map(({ id, name }) => ({
          value: id as string,
          label: nameIn(name, locale),
        }))}
        onChoose={(id) => onPart({ ...part, program: ControlProgramId.parse(id) })}
      />
      <h4>{t('plan.rules')}</h4>
      <p className="words">{t('plan.rulesHint')}</p>
      <ol className={styles.rules} aria-label={t('plan.rules')}>
        {rules.map((rule, n) => (
          <RuleRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place alone
            key={n}
            n={n + 1}
            rule={rule}
            programs={plan.controlPrograms}
            error={errorOf(n)}
            onRule={(next) => setRules(rules.with(n, next))}
            onRemove={() => setRules(rules.toSpliced(n, 1))}
            onUp={n === 0 ? undefined : () => setRules(swapped(n))}
          />
        ))}
      </ol>
      <div>
        <Button onClick={() => setRules([...rules, { program, days: ['12-24'] }])}>
          <Icon of={Plus} /> {t('plan.addRule')}
        </Button>
      </div>
    </>
  );
}
