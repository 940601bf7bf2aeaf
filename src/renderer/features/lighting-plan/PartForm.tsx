import { Trash2 } from 'lucide-react';
import type { Day } from '../../../shared/lighting/local-time.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { nameIn } from '../../../shared/lighting/night.ts';
import type { PlanFault } from '../../../shared/lighting/plan-file.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Button, Field, Icon } from '../../ui/index.ts';
import type { Place } from './draft.ts';
import styles from './Editor.module.css';
import { CalendarForm } from './form/CalendarForm.tsx';
import { FloorForm } from './form/FloorForm.tsx';
import { GroupsForm } from './form/GroupsForm.tsx';
import { PresenceForm } from './form/PresenceForm.tsx';
import { ProgramForm } from './form/ProgramForm.tsx';
import { faultWords, isWithin, nameWords, partWords, renamed } from './words.ts';

interface PartFormProps {
  readonly plan: LightingPlan;
  readonly inForce: LightingPlan;
  readonly faults: readonly PlanFault[];
  readonly place: Place;
  readonly timeZone: string;
  readonly day: Day;
  readonly onPlan: (plan: LightingPlan) => void;
  readonly onPlace: (place: Place) => void;
}

type ListPlace = Extract<Place, { readonly at: number }>;

/** The form of the part that is looked at. */
export function PartForm(props: PartFormProps) {
  const { plan, place, onPlan } = props;
  const { t } = useLanguage();
  if (place.list === 'groups')
    return (
      <section className={styles.form} aria-label={t('plan.parts.groups')}>
        <h3>{t('plan.parts.groups')}</h3>
        <GroupsForm plan={plan} onPlan={onPlan} />
      </section>
    );
  return plan[place.list][place.at] === undefined ? null : <NamedForm {...props} place={place} />;
}

function NamedForm({ place, ...props }: PartFormProps & { readonly place: ListPlace }) {
  const { plan, faults, onPlan, onPlace } = props;
  const { t, locale } = useLanguage();
  const { list, at } = place;
  const part = plan[list][at]!;
  const put = (next: object) => onPlan({ ...plan, [list]: (plan[list] as readonly object[]).with(at, next) });
  const users = usersOf(plan, place).map(({ name }) => nameWords(t, locale, name));
  const isOnly = plan[list].length === 1 && list !== 'presence' && list !== 'floors';
  const remove = () => {
    onPlan({ ...plan, [list]: (plan[list] as readonly object[]).toSpliced(at, 1) });
    onPlace(at > 0 ? { list, at: at - 1 } : { list: 'controlPrograms', at: 0 });
  };
  const fault = faults.find((one) => isWithin(one, [list, at, 'name']));
  const off = isOnly
    ? t('plan.isOnly')
    : users.length > 0
      ? t('plan.isUsed', { by: users.join(', ') })
      : undefined;
  return (
    <section className={styles.form} aria-label={partWords(t, locale, list, part.name)}>
      <div className={styles.formHead}>
        <Field
          label={t(`plan.name.${list}`)}
          value={nameIn(part.name, locale)}
          maxLength={80}
          error={fault && faultWords(t, fault)}
          onChange={({ target }) => put({ ...part, name: renamed(part.name, locale, target.value) })}
        />
        <Button look="bare" onClick={remove} off={off}>
          <Icon of={Trash2} /> {t('plan.remove')}
        </Button>
      </div>
      {off !== undefined && <p className="quiet">{off}</p>}
      <Fields {...props} place={place} onPart={put} />
    </section>
  );
}

interface FieldsProps extends Omit<PartFormProps, 'place' | 'onPlan' | 'onPlace'> {
  readonly place: ListPlace;
  readonly onPart: (part: object) => void;
}

function Fields({ place: { list, at }, plan, inForce, faults, timeZone, day, onPart }: FieldsProps) {
  const common = { at, plan, faults, onPart };
  switch (list) {
    case 'controlPrograms': {
      const part = plan.controlPrograms[at]!;
      const was = inForce.controlPrograms.find(({ id }) => id === part.id);
      return (
        <ProgramForm {...common} part={part} was={was} inForce={inForce} timeZone={timeZone} day={day} />
      );
    }
    case 'calendars':
      return <CalendarForm {...common} part={plan.calendars[at]!} />;
    case 'presence':
      return <PresenceForm {...common} part={plan.presence[at]!} />;
    default:
      return <FloorForm {...common} part={plan.floors[at]!} />;
  }
}

/** What of the plan needs a part, and would be left without it. */
function usersOf(
  { controlPrograms, calendars, presence, groups }: LightingPlan,
  { list, at }: ListPlace,
): readonly Pick<LightingPlan['groups'][number], 'name'>[] {
  switch (list) {
    case 'controlPrograms': {
      const id = controlPrograms[at]?.id;
      return calendars.filter(
        ({ program, rules }) => program === id || rules.some((rule) => rule.program === id),
      );
    }
    case 'calendars':
      return groups.filter(({ calendar }) => calendar === calendars[at]?.id);
    case 'presence': {
      const id = presence[at]?.id;
      return controlPrograms.filter(({ steps }) =>
        steps.some((step) => 'presence' in step && step.presence === id),
      );
    }
    default:
      return [];
  }
}
