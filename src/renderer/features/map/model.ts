import type { Camera } from '../../../shared/camera/model.ts';
import type { Area } from '../../../shared/geo/areas/areas.ts';
import type { Box } from '../../../shared/geo/box.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { LampDetail } from '../../../shared/ipc/model.ts';
import type { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';
import type { LampKey } from '../../../shared/lamp/selection.ts';
import type { Priority } from '../../../shared/ticket/model.ts';
import type { UnitKind } from '../../../shared/unit/model.ts';
import type { ContextChoice } from '../../ui/index.ts';
import type { BaseStatus } from './base/model.ts';

/** A lamp as the seat names it: its district's slot and its place in that district's dictionary. */
export interface LampRef {
  readonly slot: number;
  readonly index: number;
}

/** What of a ticket the map shows. */
export interface MapTicket {
  readonly id: string;
  /** short number on the tag: « 0413 » */
  readonly label: string;
  readonly title: string;
  readonly place: string;
  readonly priority: Priority;
  readonly position: Position;
  /** how long it has been open, in words, as the queue says it */
  readonly age: string;
  /** a P1 that nobody has acknowledged: the only thing that moves */
  readonly asks: boolean;
  /** an act of this seat on it waits for the hub's word */
  readonly pending: boolean;
}

export interface MapCamera extends Pick<Camera, 'position' | 'azimuth' | 'fieldOfView' | 'range'> {
  readonly id: string;
  readonly name: string;
  readonly state: 'up' | 'stale' | 'lost';
  /** it plays on this seat right now */
  readonly watched: boolean;
}

/** A lighting cabinet. */
export interface MapCabinet {
  readonly id: string;
  readonly position: Position;
  /** the inventory says where it stands; else it is drawn among its lamps */
  readonly placed: boolean;
  /** of `silent` ones no lamp was heard for long */
  readonly state: 'ok' | 'tripped' | 'noSupply' | 'silent';
}

/** A pedestrian crossing. */
export interface MapCrossing {
  readonly id: string;
  readonly position: Position;
  /** `unlit`: no lamp lights it; of `silent` ones none of its lamps was heard for long */
  readonly state: 'ok' | 'silent' | 'unlit';
}

/** A district of lamps: its ground and its name, with its age where that is too old to be believed. */
export interface MapDistrict extends Area {
  readonly label: string;
  readonly stale: boolean;
}

/** The cabinet that is looked at, with its lamps by circuit. */
export interface MapSupply {
  readonly cabinet: string;
  readonly circuits: readonly {
    /** what the map calls it */
    readonly label: string;
    readonly lamps: readonly LampKey[];
    /** it is looked at by itself */
    readonly chosen: boolean;
  }[];
}

/** What of a field unit the map shows. */
export interface MapUnit {
  readonly id: string;
  /** call sign: « PM 12 » */
  readonly label: string;
  readonly kind: UnitKind;
  readonly position: Position;
  /** it goes to the open ticket */
  readonly goes: boolean;
  /** how old its position is, in words, where that is too old to be believed */
  readonly age: string | undefined;
}

/**
 * How far the map can be believed. Live: how many lamps are known, and how long ago the latest of them reported.
 * Partial: from so many districts nothing has come (`since`, or never). Silent: the room answers, and no lamp has
 * reported since. Stale: since when it stands still.
 */
export type MapFreshness =
  | {
      readonly kind: 'live';
      readonly known: number;
      readonly total: number;
      /** since the latest report of all; absent where no lamp has ever reported */
      readonly reportedMs?: number;
    }
  | {
      readonly kind: 'partial';
      readonly silent: number;
      readonly districts: number;
      readonly since?: number;
    }
  | { readonly kind: 'silent'; readonly since: number }
  | { readonly kind: 'stale'; readonly since: number }
  /** not live at all: the city as it was then, ms since the epoch */
  | { readonly kind: 'past'; readonly at: number; readonly known: number; readonly total: number }
  | { readonly kind: 'empty' };

export interface MapCentre {
  readonly position: Position;
  readonly zoom: number;
}

/** What the map goes to: a place from so near, or all of a part of the city, from no nearer than that. */
export type MapGoal = MapCentre | { readonly box: Box; readonly zoom: number };

export type MapTarget =
  | { readonly kind: 'lamp'; readonly lamp: LampRef }
  | { readonly kind: 'camera'; readonly id: string }
  | { readonly kind: 'cabinet'; readonly id: string }
  | { readonly kind: 'crossing'; readonly id: string }
  | { readonly kind: 'ticket'; readonly id: string };

/** A place on the map, and what of the map stands there. */
export interface MapSpot {
  readonly position: Position;
  readonly target: MapTarget | undefined;
}

/** What can be done at a place, and what that place is called. */
export type MapMenuOf = (spot: MapSpot) => {
  readonly label: string;
  readonly choices: readonly ContextChoice[];
};

export type MapEvent =
  /** @property adds to what is selected, instead of in its place */
  | { readonly kind: 'pick'; readonly target: MapTarget | undefined; readonly adds: boolean }
  /** the lamps that a line or a box was drawn round */
  | { readonly kind: 'area'; readonly lamps: readonly LampKey[]; readonly adds: boolean }
  /** a mark that stands for several tickets was picked: which, the most urgent first, and where it is, CSS pixels */
  | {
      readonly kind: 'stack';
      readonly tickets: readonly string[];
      readonly x: number;
      readonly y: number;
    }
  /** a menu is wanted for a place, and for what stands there; where on the window, CSS pixels */
  | { readonly kind: 'menu'; readonly spot: MapSpot; readonly x: number; readonly y: number }
  | { readonly kind: 'hover'; readonly target: MapTarget | undefined }
  | { readonly kind: 'pin'; readonly position: Position }
  /** while a place is pointed at: where the cross is, and what was taken */
  | { readonly kind: 'aim' | 'place'; readonly position: Position }
  /** what is on the screen of the base map; undefined where there is none */
  | { readonly kind: 'base'; readonly status: BaseStatus | undefined }
  | {
      readonly kind: 'view';
      readonly centre: MapCentre;
      readonly metresPerPixel: number;
      /** what of the city is seen; nothing while the map has no room */
      readonly box: Box | undefined;
    };

export const MAP_LAYERS = [
  'base',
  'lamps',
  'districts',
  'cabinets',
  'circuits',
  'crossings',
  'names',
  'cameras',
  'units',
  'tickets',
] as const;
export type MapLayerName = (typeof MAP_LAYERS)[number];

export interface MapSelection {
  readonly ticket?: string | undefined;
  readonly camera?: string | undefined;
  readonly lamp?: LampRef | undefined;
  readonly crossing?: string | undefined;
}

/** Facts about a lamp that don't come with its state. */
export type LampFacts = Pick<
  DictionaryLamp,
  'id' | 'street' | 'commune' | 'cabinet' | 'circuit' | 'sharedCircuit' | 'luminaire'
> & {
  /** whose dictionary has it */
  readonly district: string;
};
export type { LampDetail };
