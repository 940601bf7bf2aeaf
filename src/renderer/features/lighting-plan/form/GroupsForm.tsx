import { CalendarId, type LightingPlan } from '../../../../shared/lighting/model.ts';
import { nameIn } from '../../../../shared/lighting/night.ts';
import { useLanguage } from '../../../lib/i18n/index.tsx';
import { Select } from '../../../ui/index.ts';
import styles from './Form.module.css';

interface GroupsFormProps {
  readonly plan: LightingPlan;
  readonly onPlan: (plan: LightingPlan) => void;
}

/** Under which calendar each group of lamps is; which lamps a group has is a matter of the file. */
export function GroupsForm({ plan, onPlan }: GroupsFormProps) {
  const { t, locale } = useLanguage();
  return (
    <>
      <p className={styles.hint}>{t('plan.groupsHint')}</p>
      <div className={styles.fields}>
        {plan.groups.map((group, i) => (
          <Select
            key={group.id}
            label={nameIn(group.name, locale)}
            value={group.calendar as string}
            choices={plan.calendars.map(({ id, name }) => ({
              value: id as string,
              label: nameIn(name, locale),
            }))}
            onChoose={(calendar) =>
              onPlan({
                ...plan,
                groups: plan.groups.with(i, { ...group, calendar: CalendarId.parse(calendar) }),
              })
            }
          />
        ))}
      </div>
    </>
  );
}
