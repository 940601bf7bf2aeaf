import type { LampKey } from '../../../shared/lamp/selection.ts';
import type { MessageId } from '../../lib/i18n/index.tsx';
import type { DistrictGround, OpenCabinet, OpenCrossing } from '../city/index.ts';
import type { LampRef, LampTable, MapGoal } from '../map/index.ts';

/** What is said of a thing in its line, beside its name. */
export interface Said {
  readonly detail: string;
  /** how it is, where that is not as it should be */
  readonly state?: string | undefined;
  /** what of it is old, and how old */
  readonly age?: string | undefined;
}

/** One thing that the map shows, as a line. */
export interface Thing {
  /** unlike any other of its list */
  readonly id: string;
  readonly label: string;
  /** what a selection of its lamps is called, where its label alone says too little */
  readonly called?: string | undefined;
  /** it is not as it should be: it comes before those that are */
  readonly wrong?: boolean | undefined;
  /** asked when its line is in sight, each second anew */
  readonly say: () => Said;
  /** brings it before the operator, as a click on the map does; without it nobody knows where it is */
  readonly show?: (() => void) | undefined;
  /** its lamps, where it has any that can be chosen */
  readonly lamps?: (() => readonly LampKey[]) | undefined;
  /** what it is made of */
  readonly inside?: (() => Inside) | undefined;
}

export type Inside =
  | { readonly kind: 'things'; readonly things: readonly Thing[] }
  | { readonly kind: 'lamps'; readonly lamps: readonly LampRef[] };

/** The map that a list belongs to: what it knows, and how it shows things. Each part of it must not change without need. */
export interface ListedMap {
  /** kinds of things that are not drawn on it, by the id of their list */
  readonly lacks: readonly string[];
  readonly cabinets: readonly OpenCabinet[];
  readonly districts: readonly DistrictGround[];
  readonly crossings: readonly OpenCrossing[];
  readonly go: (goal: MapGoal) => void;
  readonly openLamp: (lamp: LampRef) => void;
  readonly openCabinet: (cabinet: string, circuit: string | undefined) => void;
  readonly openCrossing: (crossing: string) => void;
  readonly openTicket: (ticket: string) => void;
  /** to where lamps that were chosen are commanded; without it none can be */
  readonly toChosen: (() => void) | undefined;
  /** lamps as they were, where it shows the past */
  readonly past: LampTable | undefined;
}

/** A kind of things that the map shows: a line of `MAP_LISTS`. */
export interface MapList {
  readonly id: string;
  readonly label: MessageId;
  /** said where there are none */
  readonly none: MessageId;
  /** a hook: what there is now, in order of name */
  readonly useThings: (map: ListedMap) => readonly Thing[];
}
