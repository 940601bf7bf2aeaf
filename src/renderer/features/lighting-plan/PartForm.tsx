import { Trash2 } from 'lucide-react';
import type { GroupEffect, Standing } from '../../../shared/lighting/effect.ts';
import type { Day } from '../../../shared/lighting/local-time.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { nameIn } from '../../../shared/lighting/night.ts';
import type { PlanFault } from '../../../shared/lighting/plan-file.ts';
import { type Translate, useLanguage } from '../../lib/i18n/index.tsx';
import { Button, Field, Icon } from '../../ui/index.ts';
import type { Place } from './draft.ts';
import styles from './Editor.module.css';
import { CalendarForm } from './form/CalendarForm.tsx';
import { FloorForm } from './form/FloorForm.tsx';
import { GroupForm } from './form/GroupForm.tsx';
import { IncidentForm } from './form/IncidentForm.tsx';
import { PresenceForm } from './form/PresenceForm.tsx';
import { ProgramForm } from './form/ProgramForm.tsx';
import { SceneForm } from './form/SceneForm.tsx';
import { usersOf } from './users-of.ts';
import type { CityForPlans } from './where/use-city-lamps.ts';
import { faultWords, isWithin, nameWords, partWords, renamed } from './words.ts';

interface PartFormProps {
  readonly plan: LightingPlan;
  readonly inForce: LightingPlan;
  readonly faults: readonly PlanFault[];
  readonly place: Place;
  readonly timeZone: string;
  readonly day: Day;
  readonly city: CityForPlans;
  /** what becomes of the groups, and how the draft has the city's lamps */
  readonly groups: readonly GroupEffect[];
  readonly standings: readonly Standing[];
  readonly onPlan: (plan: LightingPlan) => void;
  readonly onPlace: (place: Place) => void;
}

/** The form of the part that is looked at: its name, the way to take it out, and its own fields. */
export function PartForm(props: PartFormProps) {
  const { plan, place, faults, onPlan, onPlace } = props;
  const { t, locale } = useLanguage();
  const { list, at } = place;
  const part = plan[list][at];
  if (part === undefined) return null;
  const put = (next: object) => onPlan({ ...plan, [list]: (plan[list] as readonly object[]).with(at, next) });
  const remove = () => {
    onPlan({ ...plan, [list]: (plan[list] as readonly object[]).toSpliced(at, 1) });
    onPlace(at > 0 ? { list, at: at - 1 } : { list: 'controlPrograms', at: 0 });
  };
  const fault = faults.find((one) => isWithin(one, [list, at, 'name']));
  const users = usersOf(plan, place).map(({ name }) => nameWords(t, locale, name));
  const off = staysWords(t, plan, place, users);
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
      <Fields {...props} onPart={put} />
    </section>
  );
}

/** Why a part can't be taken out. */
function staysWords(
  t: Translate,
  plan: LightingPlan,
  { list, at }: Place,
  users: readonly string[],
): string | undefined {
  const isNeeded = list === 'controlPrograms' || list === 'calendars';
  if (isNeeded && plan[list].length === 1) return t('plan.isOnly');
  if (list === 'groups' && at === plan.groups.length - 1) return t('plan.group.isLast');
  return users.length > 0
    ? t('plan.isUsed', { by: users.map((name) => t('plan.quoted', { name })).join(', '), n: users.length })
    : undefined;
}

interface FieldsProps extends PartFormProps {
  readonly onPart: (part: object) => void;
}

function Fields(props: FieldsProps) {
  const { place, plan, inForce, faults, timeZone, day, city, groups, standings, onPart } = props;
  const { list, at } = place;
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
    case 'floors':
      return <FloorForm {...common} part={plan.floors[at]!} city={city} />;
    case 'incidents':
      return <IncidentForm {...common} part={plan.incidents[at]!} />;
    case 'scenes':
      return <SceneForm {...common} part={plan.scenes[at]!} city={city} />;
    default: {
      const part = plan.groups[at]!;
      const effect = groups.find(({ group }) => group.id === part.id);
      return (
        <GroupForm
          {...common}
          part={part}
          city={city}
          effect={effect}
          standings={standings}
          onUp={upOf(props)}
        />
      );
    }
  }
}

/** A group before the one above it. The first has none, and the last takes the rest of all. */
function upOf({ plan, place: { at }, onPlan, onPlace }: PartFormProps): (() => void) | undefined {
  const { groups } = plan;
  if (at === 0 || at === groups.length - 1) return undefined;
  return () => {
    onPlan({ ...plan, groups: groups.with(at - 1, groups[at]!).with(at, groups[at - 1]!) });
    onPlace({ list: 'groups', at: at - 1 });
  };
}
