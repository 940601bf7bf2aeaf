import { type Box, isWithin } from '../../../../shared/geo/box.ts';
import { folded } from '../../../../shared/i18n/folded.ts';
import { Criteria } from '../../../../shared/queue-view/model.ts';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import { overdue, type RoomTargets } from '../../../../shared/ticket/targets.ts';
import type { Row } from '../model.ts';

export type Whose = Criteria['whose'];

/** Words and the map's view are not kept: a ticket that yesterday's hide would be missed today. */
export interface Filter extends Criteria {
  readonly text: string;
  /** only what lies within what the map shows */
  readonly inMap?: boolean;
}
export const NO_CRITERIA: Criteria = Criteria.parse({});
export const NO_FILTER: Filter = { ...NO_CRITERIA, text: '' };

/** The lists among the criteria, each with what a ticket has of it. */
export const FACETS = {
  priorities: ({ priority }: Ticket) => priority,
  services: ({ service }: Ticket) => service,
  states: ({ state }: Ticket) => state,
  sources: ({ source }: Ticket) => source.kind,
  communes: ({ place }: Ticket) => place.commune,
  kinds: ({ kind }: Ticket) => kind,
  owners: ({ owner }: Ticket) => owner?.person,
} as const;
export type FacetName = keyof typeof FACETS;
export const FACET_NAMES = Object.keys(FACETS) as readonly FacetName[];

/** How many criteria narrow the queue. */
export const criteriaCount = (criteria: Criteria): number =>
  FACET_NAMES.filter((name) => criteria[name].length > 0).length +
  Number(criteria.late) +
  Number(criteria.whose !== 'all');
export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' || filter.inMap === true || criteriaCount(filter) > 0;

/** What a row is judged by beside the filter. */
export interface Sight {
  readonly room: RoomTargets;
  /** ms since the epoch */
  readonly now: number;
  /** what the map shows; undefined before it has been drawn, when nothing is left out by it */
  readonly seen?: Box | undefined;
  /** tickets that the seat's own search has found by the words; undefined while it looks */
  readonly found?: ReadonlySet<string> | undefined;
}

/** What has no place on the map is not in it. */
const isSeen = ({ place: { position } }: Ticket, seen: Box): boolean =>
  position !== undefined && isWithin(seen, position);

/** A P1 that nobody has acknowledged passes every filter: none may hide it. */
export function passes(row: Row, filter: Filter, words: readonly string[], sight: Sight): boolean {
  if (row.alarming) return true;
  const { ticket } = row;
  if (filter.whose === 'mine' && !row.mine) return false;
  if (filter.whose === 'free' && ticket.owner !== undefined) return false;
  for (const name of FACET_NAMES) {
    const wanted: readonly unknown[] = filter[name];
    if (wanted.length > 0 && !wanted.includes(FACETS[name](ticket))) return false;
  }
  if (filter.inMap && sight.seen && !isSeen(ticket, sight.seen)) return false;
  if (filter.late && overdue(ticket, sight.room, sight.now) === undefined) return false;
  if (words.length === 0 || sight.found?.has(ticket.id)) return true;
  const text = seenText(ticket);
  return words.every((word) => text.includes(word));
}

export const wordsOf = (text: string): readonly string[] => folded(text).split(/\s+/).filter(Boolean);

const texts = new WeakMap<Ticket, string>();
/** What one reads of a row, folded once: ten thousand at each key would be felt. */
export function seenText(ticket: Ticket): string {
  const known = texts.get(ticket);
  if (known !== undefined) return known;
  const { ref, title, place } = ticket;
  const text = folded(`${ref ?? ''} ${title} ${place.label} ${place.street ?? ''}`);
  texts.set(ticket, text);
  return text;
}
