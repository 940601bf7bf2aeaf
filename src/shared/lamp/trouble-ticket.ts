import { v5 } from 'uuid';
import { distance, type Position } from '../geo/position.ts';
import type { TicketId } from '../ids.ts';
import type { TicketDraft } from '../ticket/model.ts';
import type { LampOverride, LampSelection, LampTrouble } from './override.ts';

/** For names that are orders. */
const ORDERS = '5b1c1a52-6c1e-4d0a-9f2f-2d1f0f6f6a1e';
const MOST_DEVICES = 200;
const MOST_TITLE = 160;
const MOST_LABEL = 300;
const MOST_TEXT = 4_000;

/** What an order is known by, of whatever commands it was sent as: a selection's id, or that of its only command. */
export const orderKey = ({ id, selection }: Pick<LampOverride, 'id' | 'selection'>): string =>
  selection?.id ?? id;

/** The ticket on the lamps of an order that have not followed: whoever opens it, at whatever seat, opens the same one. */
export const troubleTicketId = (order: string): TicketId => v5(order, ORDERS) as TicketId;

/** Where a lamp stands and what feeds it, as the seat's inventory says. */
export interface LampWhere {
  readonly position: Position;
  readonly street: string;
  readonly cabinet?: string | undefined;
}

/** Lamps that have not followed for one reason: LOCKED of three cabinets, say. */
export interface TroubleGroup {
  readonly trouble: Omit<LampTrouble, 'lamp'>;
  readonly lamps: readonly string[];
  /** with how many of them each, the most first; '' where none is known */
  readonly cabinets: readonly (readonly [cabinet: string, lamps: number])[];
}

/** The most first: a repair goes by reason and cabinet, not by lamp. */
export function troubleGroups(
  troubles: readonly LampTrouble[],
  cabinetOf: (lamp: string) => string | undefined,
): readonly TroubleGroup[] {
  const alike = Map.groupBy(troubles, ({ why, code, level }) => `${why} ${code ?? ''} ${level ?? ''}`);
  const groups = [...alike.values()].flatMap((its) => {
    const [first] = its;
    if (first === undefined) return [];
    const { lamp: _, ...trouble } = first;
    const lamps = its.map(({ lamp }) => lamp);
    const fed = Map.groupBy(lamps, (lamp) => cabinetOf(lamp) ?? '');
    const cabinets = [...fed].map(([cabinet, { length }]) => [cabinet, length] as const);
    return [{ trouble, lamps, cabinets: cabinets.toSorted(([, a], [, b]) => b - a) }];
  });
  return groups.toSorted((a, b) => b.lamps.length - a.lamps.length);
}

interface Said {
  /** @param n so many lamps @param name of the place, or what was commanded: a selection's, or a street */
  readonly title: (n: number, name: string) => string;
  /** what a selection with a name is called, or a part of it */
  readonly called: (selection: LampSelection) => string;
  /** « avenue Victor-Hugo et 3 rues » @param more streets beside it */
  readonly place: (street: string, more: number) => string;
  /** why they have not followed, and how many are not named */
  readonly lines: (
    parts: readonly LampOverride[],
    groups: readonly TroubleGroup[],
    unnamed: number,
  ) => readonly string[];
}

/**
 * One ticket for all that have not followed. A message names some of them: how many more there are is said. It stands at
 * the lamp that is nearest the middle of those named: at a lamp, not in a yard between two streets.
 */
export function troubleDraft(
  parts: readonly LampOverride[],
  said: Said,
  whereOf: (lamp: string) => LampWhere | undefined,
): TicketDraft {
  const [first] = parts;
  const n = parts.reduce((sum, { troubles }) => sum + troubles, 0);
  const troubles = parts.flatMap((part) => part.named).slice(0, MOST_DEVICES);
  const places = troubles.flatMap(({ lamp }) => whereOf(lamp) ?? []);
  const streets = [...Map.groupBy(places, ({ street }) => street)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([street]) => street);
  const street = streets[0] ?? first?.street ?? '';
  const label = said.place(street, Math.max(0, streets.length - 1));
  const position = middlePlace(places);
  const called = first?.selection;
  return {
    // What somebody has named says more than its streets; what is called « au lasso » says nothing.
    title: said
      .title(n, called === undefined || called.by !== undefined ? label : said.called(called))
      .slice(0, MOST_TITLE),
    kind: 'lampFault',
    service: 'lighting',
    priority: 4,
    place: {
      label: label.slice(0, MOST_LABEL),
      ...(street ? { street } : {}),
      ...(position && { position }),
    },
    description: said
      .lines(
        parts,
        troubleGroups(troubles, (lamp) => whereOf(lamp)?.cabinet),
        n - troubles.length,
      )
      .join('\n')
      .slice(0, MOST_TEXT),
    devices: troubles.map(({ lamp }) => lamp),
  };
}

/** Of these places the one nearest their middle. */
function middlePlace(places: readonly LampWhere[]): Position | undefined {
  const mean = (axis: 0 | 1) => places.reduce((sum, { position }) => sum + position[axis], 0) / places.length;
  const middle: Position = [mean(0), mean(1)];
  return places
    .map(({ position }) => ({ position, metres: distance(position, middle) }))
    .toSorted((a, b) => a.metres - b.metres)[0]?.position;
}
