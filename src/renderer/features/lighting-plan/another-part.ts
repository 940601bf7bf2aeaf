import type { PartList } from '../../../shared/lighting/changed-parts.ts';
import {
  CalendarId,
  ControlProgramId,
  type LightingPlan,
  PresenceProfileId,
} from '../../../shared/lighting/model.ts';
import { freeId } from './draft.ts';

/** Where another part of a kind comes to stand: behind the others, but the group that takes the rest stays the last. */
export const placeOfNew = (plan: LightingPlan, list: PartList): number =>
  list === 'groups' ? plan.groups.length - 1 : plan[list].length;

/** The plan with one more part of a kind, such that it can be taken as it is. */
export const withAnother = (plan: LightingPlan, list: PartList, name: string): LightingPlan => ({
  ...plan,
  [list]: (plan[list] as readonly object[]).toSpliced(placeOfNew(plan, list), 0, another(plan, list, name)),
});

function another(plan: LightingPlan, list: PartList, name: string): object {
  const { controlPrograms, calendars, presence, groups, floors, incidents, scenes } = plan;
  switch (list) {
    case 'controlPrograms': {
      const id = ControlProgramId.parse(freeId('programme', controlPrograms));
      return { id, name, steps: [{ from: { dusk: 15 }, level: 80 }], off: { dawn: -15 } };
    }
    case 'calendars': {
      const id = CalendarId.parse(freeId('calendrier', calendars));
      return { id, name, program: controlPrograms[0]!.id, rules: [] };
    }
    case 'presence': {
      const id = PresenceProfileId.parse(freeId('presence', presence));
      return { id, name, base: 40, raised: 90, holdSeconds: 30, ahead: 2 };
    }
    case 'floors':
      return { id: freeId('minimum', floors), name, where: { junctionMetres: 12 }, level: 50 };
    case 'groups': {
      // Under the calendar of those whom it takes its lamps from: another group changes no night by itself.
      const { calendar } = groups.at(-1)!;
      return { id: freeId('groupe', groups), name, where: { classes: ['street'] }, calendar };
    }
    case 'incidents':
      return {
        id: freeId('intervention', incidents),
        name,
        kinds: ['personDown'],
        metres: 80,
        level: 90,
        hours: 3,
      };
    default:
      return {
        id: freeId('scene', scenes),
        name,
        parts: [{ where: { classes: ['boulevard'] }, level: 100 }],
      };
  }
}
