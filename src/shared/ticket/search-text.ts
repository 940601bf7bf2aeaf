import { folded } from '../i18n/folded.ts';
import type { Ticket, TicketEvent } from './model.ts';

/** More words than anybody types; each costs a look at every text. */
const MOST_TERMS = 8;

/**
 * Words as they are searched: without accents, case and signs, each behind a blank: « Éclairage, n° 12 » is
 * ` eclairage n 12`. So is a word begun with what somebody typed where the text includes a blank and that.
 */
export function searchWords(text: string): string {
  const words = folded(text)
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? '' : ` ${words.join(' ')}`;
}

/** The words that somebody types, each once. A number in three parts (INT-2411-0417) is three. */
export const searchTerms = (typed: string): readonly string[] =>
  [...new Set(searchWords(typed).split(' ').filter(Boolean))].slice(0, MOST_TERMS);

/** Whether each term begins a word. @param words as `searchWords` makes them */
export const holds = (words: string, terms: readonly string[]): boolean =>
  terms.every((term) => words.includes(` ${term}`));

/** What a ticket is found by. Who called by name, never by number: that is looked for as a number or not at all. */
export function ticketWords(ticket: Ticket): string {
  const { ref, title, description, place, caller, units, devices } = ticket;
  const parts = [ref, title, place.label, place.street, place.commune, caller?.name, ...units];
  return searchWords(
    [...parts, description, ...(devices ?? [])].filter((part) => part !== undefined).join(' '),
  );
}

/** What an event adds to that: what somebody has written. */
export const eventWords = ({ note, motive }: Pick<TicketEvent, 'note' | 'motive'>): string =>
  searchWords([note, motive].filter((part) => part !== undefined).join(' '));
