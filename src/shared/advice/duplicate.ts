import { distance } from '../geo/position.ts';
import { folded } from '../i18n/folded.ts';
import type { TicketId } from '../ids.ts';
import type { Priority, Ticket } from '../ticket/model.ts';
import { millis } from '../wire/time.ts';
import { isRefused } from './refusal.ts';

/** How near two tickets must be, m: a block of houses, for who calls names the next number they see. */
export const NEAR_M = 150;
/** How soon after one another, minutes, by the more urgent of the two: a fight is reported at once, a pothole for days. */
export const SOON_MIN: Readonly<Record<Priority, number>> = { 1: 30, 2: 60, 3: 120, 4: 7 * 24 * 60 };
/** Words that two tickets of different kinds must share: fewer are chance. */
const WORDS = 2;
/** Shorter ones (« sur », « rue ») say nothing of what has happened. */
const LETTERS = 5;

/** Why two tickets are taken for one, with the figures that were used. */
export type DuplicateReason =
  | { readonly kind: 'near'; readonly metres: number }
  | { readonly kind: 'sameStreet'; readonly street: string }
  | { readonly kind: 'soon'; readonly minutes: number }
  | { readonly kind: 'sameKind' }
  | { readonly kind: 'sameWords'; readonly words: readonly string[] };

export interface DuplicateAdvice {
  readonly rule: 'duplicate';
  /** the one to close into the other */
  readonly merge: TicketId;
  readonly into: TicketId;
  readonly reasons: readonly DuplicateReason[];
  /** beyond which nothing would be proposed */
  readonly limits: { readonly metres: number; readonly minutes: number };
}

/**
 * Open tickets that are probably the same event as this one, nearest first. A rule, no learning: same place, about the
 * same time, and of one kind or in the same words. The ticket that somebody holds stays, else the older one.
 */
export function duplicatesOf(ticket: Ticket, others: Iterable<Ticket>): readonly DuplicateAdvice[] {
  const found: { readonly advice: DuplicateAdvice; readonly far: number }[] = [];
  for (const other of others) {
    const advice = judge(ticket, other);
    if (advice === undefined) continue;
    const [where] = advice.reasons;
    found.push({ advice, far: where?.kind === 'near' ? where.metres : NEAR_M });
  }
  return found.toSorted((a, b) => a.far - b.far).map(({ advice }) => advice);
}

function judge(a: Ticket, b: Ticket): DuplicateAdvice | undefined {
  if (a.id === b.id || a.state === 'closed' || b.state === 'closed' || isSettled(a, b)) return undefined;
  // Faults are grouped by circuit and cabinet before they become tickets: two tickets are two.
  if (a.source.kind === 'fault' && b.source.kind === 'fault') return undefined;
  if (a.owner !== undefined && b.owner !== undefined && a.owner.person !== b.owner.person) return undefined;
  const limits = { metres: NEAR_M, minutes: SOON_MIN[Math.min(a.priority, b.priority) as Priority] };
  const minutes = Math.round(Math.abs(millis(a.openedAt) - millis(b.openedAt)) / 60_000);
  const [into, merge] = inOrder(a, b);
  if (minutes > limits.minutes) return undefined;
  const where = whereOf(into, merge);
  // Words last: they are taken apart for the few that are near, not for ten thousand.
  const what = where && whatOf(into, merge);
  if (where === undefined || what === undefined) return undefined;
  return {
    rule: 'duplicate',
    merge: merge.id,
    into: into.id,
    reasons: [where, { kind: 'soon', minutes }, what],
    limits,
  };
}

/** Somebody has said already that they are two: by a link, or by refusing this advice. */
const isSettled = (a: Ticket, b: Ticket): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) => one!.links.includes(other!.id) || isRefused(one!, 'duplicate', other!.id));

function whereOf({ place: a }: Ticket, { place: b }: Ticket): DuplicateReason | undefined {
  if (a.position !== undefined && b.position !== undefined) {
    const metres = Math.round(distance(a.position, b.position));
    return metres <= NEAR_M ? { kind: 'near', metres } : undefined;
  }
  if (a.street === undefined || b.street === undefined || a.commune !== b.commune) return undefined;
  return folded(a.street) === folded(b.street) ? { kind: 'sameStreet', street: a.street } : undefined;
}

function whatOf(a: Ticket, b: Ticket): DuplicateReason | undefined {
  if (a.kind === b.kind) return { kind: 'sameKind' };
  const theirs = new Set(wordsOf(b).map(folded));
  const words = wordsOf(a).filter((word) => theirs.has(folded(word)));
  return words.length >= WORDS ? { kind: 'sameWords', words } : undefined;
}

/** What it says of the event, each word once; not of the place, which is compared as a place. */
const wordsOf = ({ title, description = '' }: Ticket): readonly string[] => {
  const words = `${title} ${description}`.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...new Set(words)].filter(({ length }) => length >= LETTERS);
};

/** What is held stays, for somebody is at it; else the older one, whose caller has waited longer. */
function inOrder(a: Ticket, b: Ticket): readonly [stays: Ticket, goes: Ticket] {
  const held = Number(b.owner !== undefined) - Number(a.owner !== undefined);
  const order = held || a.openedAt.localeCompare(b.openedAt) || a.id.localeCompare(b.id);
  return order <= 0 ? [a, b] : [b, a];
}
