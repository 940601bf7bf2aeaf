import type { PartList } from '../../../shared/lighting/changed-parts.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { nameIn } from '../../../shared/lighting/night.ts';
import type { PlanFault } from '../../../shared/lighting/plan-file.ts';
import type { PlanAuthor } from '../../../shared/lighting/version.ts';
import type { Locale, MessageId, Translate } from '../../lib/i18n/index.tsx';

type Name = LightingPlan['groups'][number]['name'];

/** A name in the operator's language, or of none yet, that it has none. */
export const nameWords = (t: Translate, locale: Locale, name: Name): string =>
  nameIn(name, locale).trim() || t('plan.unnamed');

/** The same name, said otherwise in the operator's language. */
export const renamed = (name: Name, locale: Locale, said: string): Name =>
  typeof name === 'string' ? said : { ...name, [locale]: said };

export const authorWords = (t: Translate, by: PlanAuthor): string =>
  by.kind === 'file' ? t('plan.byFile') : by.name;

const LISTS: Readonly<Record<PartList, MessageId>> = {
  controlPrograms: 'plan.list.controlPrograms',
  calendars: 'plan.list.calendars',
  presence: 'plan.list.presence',
  floors: 'plan.list.floors',
  groups: 'plan.list.groups',
  incidents: 'plan.list.incidents',
  scenes: 'plan.list.scenes',
};

/** « Programme “Nuit profonde” ». */
export const partWords = (t: Translate, locale: Locale, list: PartList, name: Name): string =>
  t('plan.part', { list: t(LISTS[list]), name: nameWords(t, locale, name) });

const FIELDS: Readonly<Record<string, MessageId>> = {
  name: 'plan.field.name',
  from: 'plan.field.from',
  to: 'plan.field.to',
  off: 'plan.field.off',
  level: 'plan.field.level',
  base: 'plan.field.base',
  raised: 'plan.field.raised',
  holdSeconds: 'plan.field.holdSeconds',
  ahead: 'plan.field.ahead',
  presence: 'plan.field.presence',
  program: 'plan.field.program',
  calendar: 'plan.field.calendar',
  days: 'plan.field.days',
  weekdays: 'plan.field.weekdays',
  where: 'plan.field.where',
  junctionMetres: 'plan.field.junctionMetres',
  crossingMetres: 'plan.field.crossingMetres',
  kinds: 'planIncident.field.kinds',
  metres: 'planIncident.field.metres',
  hours: 'planIncident.field.hours',
  streets: 'planWhere.kinds.streets',
  communes: 'planWhere.kinds.communes',
  districts: 'planWhere.kinds.districts',
  cabinets: 'planWhere.kinds.cabinets',
  circuits: 'planWhere.kinds.circuits',
  lamps: 'planWhere.kinds.lamps',
};
/** What a value of the field must be, where it isn't. */
const MUST: Readonly<Record<string, MessageId>> = {
  name: 'plan.must.name',
  from: 'plan.must.moment',
  off: 'plan.must.moment',
  to: 'plan.must.day',
  days: 'plan.must.day',
  weekdays: 'plan.must.weekdays',
  level: 'plan.must.level',
  base: 'plan.must.level',
  raised: 'plan.must.level',
  holdSeconds: 'plan.must.holdSeconds',
  ahead: 'plan.must.ahead',
  junctionMetres: 'plan.must.junctionMetres',
  crossingMetres: 'plan.must.junctionMetres',
  kinds: 'planIncident.must.kinds',
  metres: 'planIncident.must.metres',
  hours: 'planIncident.must.hours',
};

/** Where a fault is: « Programme “Nuit profonde”, palier 3, à partir de ». */
export function placeWords(
  t: Translate,
  locale: Locale,
  plan: LightingPlan,
  path: PlanFault['path'],
): string {
  const [list, at, ...inner] = path;
  const part = isList(list) && typeof at === 'number' ? plan[list][at] : undefined;
  if (!isList(list) || part === undefined) return t('plan.wholePlan');
  const words = [partWords(t, locale, list, part.name)];
  const n = inner.find((step) => typeof step === 'number');
  if (typeof n === 'number' && inner[0] === 'steps') words.push(t('plan.stepN', { n: n + 1 }));
  if (typeof n === 'number' && inner[0] === 'rules') words.push(t('plan.ruleN', { n: n + 1 }));
  if (typeof n === 'number' && inner[0] === 'parts') words.push(t('planScene.ofPart', { n: n + 1 }));
  const field = fieldOf(path);
  if (field !== undefined && field in FIELDS) words.push(t(FIELDS[field]!));
  return words.join(', ');
}

const isList = (key: PropertyKey | undefined): key is PartList => typeof key === 'string' && key in LISTS;

/** The last name in a path: of `days.2` the days. */
const fieldOf = (path: PlanFault['path']): string | undefined =>
  path.findLast((step): step is string => typeof step === 'string' && step in FIELDS);

/** `controlPrograms`, which one, `steps`, which one. */
export const STEP_PATH = 4;

/** What is wrong there. */
export function faultWords(t: Translate, { path, fault }: PlanFault): string {
  if (fault !== undefined) return t(`plan.fault.${fault}`);
  const field = fieldOf(path);
  // A step whose values are of no kind that a step has is refused as a whole.
  if (path[2] === 'steps' && path.length <= STEP_PATH) return t('plan.must.step');
  return field !== undefined && field in MUST ? t(MUST[field]!) : t('plan.must.other');
}

/** Whether a fault is there or further in. */
export const isWithin = ({ path }: PlanFault, place: readonly PropertyKey[]): boolean =>
  place.every((step, i) => path[i] === step);
