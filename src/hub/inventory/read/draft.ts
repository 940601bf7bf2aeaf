import type { Position } from '../../../shared/geo/position.ts';
import type { OneWay } from '../../../shared/geo/streets.ts';
import type { CabinetId, CrossingId, DistrictId, LampId } from '../../../shared/ids.ts';
import type { DictionaryLamp } from '../../../shared/lamp/dictionary.ts';

type Luminaire = NonNullable<DictionaryLamp['luminaire']>;
/** A key that is there without a value says that the city has none; one that is absent says nothing. */
type Said<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** A lamp as a row of a file says it. */
export interface LampDraft {
  readonly at: string;
  readonly id: LampId;
  readonly position: Position;
  readonly district: string | undefined;
  readonly facts: Said<Omit<DictionaryLamp, 'id' | 'position' | 'luminaire'>>;
  readonly luminaire: Said<Luminaire>;
}

export interface CabinetDraft {
  readonly at: string;
  readonly id: CabinetId;
  readonly position: Position | undefined;
  readonly street: string | undefined;
  readonly commune: string | undefined;
}

export interface CircuitDraft {
  readonly at: string;
  readonly id: string;
  readonly cabinet: CabinetId | undefined;
}

type Lines = readonly (readonly Position[])[];

export interface StreetDraft {
  readonly at: string;
  readonly name: string;
  readonly commune: string | undefined;
  /** in the order of its lines' points, or against it; undefined where vehicles may pass both ways */
  readonly oneway?: Exclude<OneWay, 'no'> | undefined;
  readonly lines: Lines;
}

export interface CrossingDraft {
  readonly at: string;
  readonly id: CrossingId;
  readonly position: Position;
  readonly street: string | undefined;
  readonly commune: string | undefined;
}

/** A district of the city's own: its area, as rings of which a place is inside by the even-odd rule. */
export interface DistrictDraft {
  readonly at: string;
  readonly id: DistrictId;
  readonly name: string | undefined;
  readonly rings: Lines;
}

/** What all files say; of a kind that no source is of, undefined. */
export interface Drafts {
  readonly lamps: readonly LampDraft[] | undefined;
  readonly cabinets: readonly CabinetDraft[] | undefined;
  readonly circuits: readonly CircuitDraft[] | undefined;
  readonly streets: readonly StreetDraft[] | undefined;
  readonly crossings: readonly CrossingDraft[] | undefined;
  readonly districts: readonly DistrictDraft[] | undefined;
}
