import { TICKET_KINDS, type TicketKindId } from '../ticket/kinds.ts';
import type { Priority } from '../ticket/model.ts';
import { plainWords, saidIn } from './words.ts';

/** Why a priority is proposed: the kind's own first, then what raised or lowered it, with the words that did. */
export type PriorityReason =
  | { readonly kind: 'kind'; readonly of: TicketKindId; readonly priority: Priority }
  | {
      readonly kind: 'life' | 'weapon' | 'fireNearPeople' | 'child' | 'over';
      readonly words: readonly string[];
    }
  | { readonly kind: 'school' | 'tram'; readonly words: readonly string[] }
  | { readonly kind: 'night' | 'day' };

export interface PriorityAdvice {
  readonly rule: 'priority';
  readonly priority: Priority;
  readonly reasons: readonly PriorityReason[];
}

/** What the rule looks at: words as they are typed, the place as it is named, and the local time. */
export interface PriorityFacts {
  readonly kind: string;
  /** title and description */
  readonly said: string;
  readonly place: string;
  /** 0 ≤ h < 24, local */
  readonly hour: number;
  /** Monday to Friday: schools are open */
  readonly weekday: boolean;
}

const LIFE = [
  'ne respire',
  'respire pas',
  'respire plus',
  'inconscient',
  'ne repond plus',
  'arret cardiaque',
  'hemorragie',
  'saigne beaucoup',
  'danger de mort',
  'odeur de gaz',
  'se noie',
  'va sauter',
  'ecrase',
];
const WEAPON = ['couteau', 'machette', 'arme ', 'armes ', 'arme a feu', 'fusil', 'pistolet', 'coups de feu'];
const FIRE = ['feu', 'flamme', 'incendie', 'fumee', 'brule'];
const PEOPLE = [
  'immeuble',
  'appartement',
  'cage d escalier',
  'maison',
  'a l interieur',
  'dedans',
  'coince',
  'enferme',
];
const CHILD = ['enfant', 'bebe', 'nourrisson', 'fillette', 'gamin', 'poussette'];
const OVER = [
  'c est fini',
  'sont partis',
  'est parti ',
  'est partie ',
  'plus rien',
  'est eteint maintenant',
  'deja evacue',
];
const SCHOOL = ['ecole', 'college', 'lycee', 'creche', 'maternelle'];
const TRAM = ['tram', 'rails'];

/** A child makes these worse: somebody may be hurt by them. */
const HURTS: readonly string[] = [
  'dog',
  'fight',
  'obstacle',
  'signalOut',
  'tree',
  'lift',
  'smoke',
  'bollard',
];
/** Before a school, when children come and go. */
const BEFORE_SCHOOL: readonly string[] = [
  'dog',
  'obstacle',
  'signalOut',
  'blockingVehicle',
  'tree',
  'bollard',
];
/** On the tracks a whole line stands still. */
const ON_TRACKS: readonly string[] = ['blockingVehicle', 'obstacle', 'tree', 'abandonedVehicle', 'litter'];
/** Unseen in the dark, on the carriageway. */
const UNSEEN: readonly string[] = ['obstacle', 'pothole', 'signalOut'];

/** By night, and when children are on their way or at school. */
const isNight = (hour: number): boolean => hour >= 22 || hour < 6;
const isSchoolTime = ({ hour, weekday }: PriorityFacts): boolean => weekday && hour >= 7 && hour < 18;

/**
 * The priority that a request deserves by its kind, the words said, the place and the hour. What endangers life decides
 * alone; the rest raises by one. Silent where neither kind nor danger is known.
 */
export function priorityOf(facts: PriorityFacts): PriorityAdvice | undefined {
  const text = plainWords(facts.said);
  const known = TICKET_KINDS.find(({ id }) => id === facts.kind && id !== 'other' && id !== 'question');
  const first: readonly PriorityReason[] =
    known === undefined ? [] : [{ kind: 'kind', of: known.id, priority: known.priority }];
  const deadly = dangerOf(text);
  if (deadly !== undefined) return { rule: 'priority', priority: 1, reasons: [...first, deadly] };
  if (known === undefined) return undefined;

  const raised = raises(facts, text);
  const lowered = lowers(facts, text);
  const moved = known.priority - raised.length + lowered.length;
  // « C’est fini » does not undo a danger to life that the kind itself stands for.
  const least = known.priority === 1 ? 1 : 4;
  const priority = Math.max(1, Math.min(least, moved)) as Priority;
  return { rule: 'priority', priority, reasons: [...first, ...raised, ...lowered] };
}

function dangerOf(text: string): PriorityReason | undefined {
  const life = saidIn(text, LIFE);
  if (life.length > 0) return { kind: 'life', words: life };
  const weapon = saidIn(text, WEAPON);
  if (weapon.length > 0) return { kind: 'weapon', words: weapon };
  const [fire, people] = [saidIn(text, FIRE), saidIn(text, [...PEOPLE, ...CHILD])];
  const [flame] = fire.filter((word) => word !== 'feu' || / (?:en|du|le) feu /.test(text));
  return flame !== undefined && people.length > 0
    ? { kind: 'fireNearPeople', words: [flame, ...people] }
    : undefined;
}

function raises(facts: PriorityFacts, text: string): readonly PriorityReason[] {
  const { kind, place, hour } = facts;
  const where = plainWords(`${place} ${facts.said}`);
  const child = saidIn(text, CHILD);
  if (child.length > 0 && HURTS.includes(kind)) return [{ kind: 'child', words: child }];
  const school = saidIn(where, SCHOOL);
  if (school.length > 0 && BEFORE_SCHOOL.includes(kind) && isSchoolTime(facts))
    return [{ kind: 'school', words: school }];
  const tram = saidIn(where, TRAM);
  if (tram.length > 0 && ON_TRACKS.includes(kind)) return [{ kind: 'tram', words: tram }];
  return isNight(hour) && UNSEEN.includes(kind) ? [{ kind: 'night' }] : [];
}

function lowers({ kind, hour }: PriorityFacts, text: string): readonly PriorityReason[] {
  const over = saidIn(text, OVER);
  if (over.length > 0) return [{ kind: 'over', words: over }];
  // What disturbs the night is an offence by itself (Code pénal, R. 623-2); by day it is a nuisance.
  return kind === 'noise' && !isNight(hour) ? [{ kind: 'day' }] : [];
}
