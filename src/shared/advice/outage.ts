import { distance } from '../geo/position.ts';
import { folded } from '../i18n/folded.ts';
import type { TicketId } from '../ids.ts';
import { circuitKey, type OnCircuit } from '../lamp/circuit.ts';
import type { Ticket } from '../ticket/model.ts';
import { millis } from '../wire/time.ts';
import { refusalKey } from './refusal.ts';

/** As many single lamps as this, close together, have one cause more often than as many causes. */
export const LAMPS = 3;
/** Each within so far of another, m: a dark stretch reaches from mast to mast, some 30 m, with a mast that still burns between. */
export const APART_M = 120;
/** All within so long, min: residents report the same dark evening for hours, devices at once. */
export const WITHIN_MIN = 12 * 60;
/** So many at once: what is merged by one key has been looked at, and a dark district is not walked through mast by mast. */
export const MOST = 40;
/** Kinds of tickets that tell of a single lamp: one that a device reports, one that a resident does. */
const SINGLE: readonly string[] = ['lampFault', 'lampReported'];
/** A ticket that tells of many lamps already: it is what the others go into. */
const MANY = 'feederFault';

export type OutageReason =
  | { readonly kind: 'reports'; readonly count: number }
  /** by residents or callers, of those */
  | { readonly kind: 'residents'; readonly count: number }
  | { readonly kind: 'sameCabinet'; readonly cabinet: string }
  | { readonly kind: 'sameCircuit'; readonly circuit: string }
  | { readonly kind: 'sameStreet'; readonly street: string }
  /** how far apart the two farthest are */
  | { readonly kind: 'across'; readonly metres: number }
  | { readonly kind: 'within'; readonly minutes: number };

export interface OutageAdvice {
  readonly rule: 'outage';
  /** the one that stays */
  readonly into: TicketId;
  /** those to close into it, oldest first */
  readonly merge: readonly TicketId[];
  readonly reasons: readonly OutageReason[];
  /** beyond which nothing would be proposed */
  readonly limits: {
    readonly lamps: number;
    readonly metres: number;
    readonly minutes: number;
    readonly most: number;
  };
}

/** What feeds a lamp, where that is known: it joins what stands farther apart. */
export type FeedOf = (lamp: string) => OnCircuit | undefined;

/**
 * One outage behind many reports of single lamps: open tickets of which each stands near another one, or hangs on the
 * same circuit or cabinet, within half a day. A rule, no learning. One that already tells of many lamps there stays;
 * else the one that somebody holds; else the oldest, whose caller has waited longest.
 * @param ticket the one that is looked at; nothing is proposed that it is no part of
 * @param feedOf what the inventory knows; absent on a seat that does not know it
 * @returns undefined where fewer than three belong together, or somebody holds two of them
 */
export function outageBehind(
  ticket: Ticket,
  others: Iterable<Ticket>,
  feedOf: FeedOf = () => undefined,
): OutageAdvice | undefined {
  if (!tells(ticket)) return undefined;
  const group = together(ticket, others, feedOf);
  const many = group.filter(({ kind }) => kind === MANY);
  const enough = many.length > 0 ? 2 : LAMPS;
  if (group.length < enough || many.length > 1 || holders(group) > 1) return undefined;
  const [into, ...merge] = inOrder(group);
  if (into === undefined) return undefined;
  return {
    rule: 'outage',
    into: into.id,
    merge: merge.map(({ id }) => id),
    reasons: reasonsOf(group, feedOf),
    limits: { lamps: LAMPS, metres: APART_M, minutes: WITHIN_MIN, most: MOST },
  };
}

const tells = ({ kind, state }: Ticket): boolean =>
  state !== 'closed' && (SINGLE.includes(kind) || kind === MANY);

/** From report to report, each close to one that belongs already, and all of them within the time; at most so many. */
function together(first: Ticket, others: Iterable<Ticket>, feedOf: FeedOf): readonly Ticket[] {
  const group = [first];
  const span = { from: millis(first.openedAt), to: millis(first.openedAt) };
  const left = new Map<Ticket, { readonly at: number; readonly feeds: readonly Feed[] }>();
  for (const other of others) {
    if (other.id === first.id || !tells(other)) continue;
    const at = millis(other.openedAt);
    if (isWithin(span, at)) left.set(other, { at, feeds: feedsOf(other, feedOf) });
  }
  // Grows while it is walked through.
  for (const one of group) {
    const feeds = feedsOf(one, feedOf);
    for (const [other, { at, feeds: its }] of left) {
      if (group.length === MOST) return group;
      if (!(isNear(one, other) || feeds.some((feed) => isAmong(feed, its))) || !isWithin(span, at)) continue;
      if (group.some((each) => isSettled(each, other))) continue;
      left.delete(other);
      group.push(other);
      span.from = Math.min(span.from, at);
      span.to = Math.max(span.to, at);
    }
  }
  return group;
}

/** Whether all are still within the time with one more; ms since the epoch. */
const isWithin = ({ from, to }: { readonly from: number; readonly to: number }, at: number): boolean =>
  Math.max(to, at) - Math.min(from, at) <= WITHIN_MIN * 60_000;

function isNear({ place: at }: Ticket, { place: there }: Ticket): boolean {
  if (at.position !== undefined && there.position !== undefined)
    return distance(at.position, there.position) <= APART_M;
  if (at.street === undefined || there.street === undefined || at.commune !== there.commune) return false;
  return folded(at.street) === folded(there.street);
}

/** A circuit or a cabinet that feeds lamps. */
interface Feed {
  /** the same of what is the same: two cabinets may each have a circuit of one name */
  readonly key: string;
  readonly reason: OutageReason;
}

/** Circuits and cabinets of its lamps. */
const feedsOf = ({ devices = [] }: Ticket, feedOf: FeedOf): readonly Feed[] =>
  devices.flatMap((device): readonly Feed[] => {
    const feed = feedOf(device);
    const { cabinet, circuit } = feed ?? {};
    return [
      ...(circuit === undefined
        ? []
        : [{ key: `circuit ${circuitKey(feed!)}`, reason: { kind: 'sameCircuit', circuit } } as const]),
      ...(cabinet === undefined
        ? []
        : [{ key: `cabinet ${cabinet}`, reason: { kind: 'sameCabinet', cabinet } } as const]),
    ];
  });

const isAmong = ({ key }: Feed, feeds: readonly Feed[]): boolean => feeds.some((one) => one.key === key);

/** Somebody has said already that these two are not one: by a link, or by refusing this advice. */
const isSettled = (a: Ticket, b: Ticket): boolean =>
  refuses(a, b) || refuses(b, a) || a.links.includes(b.id) || b.links.includes(a.id);
const refuses = (a: Ticket, b: Ticket): boolean =>
  a.refusedAdvice?.includes(refusalKey('outage', b.id)) === true;

const holders = (group: readonly Ticket[]): number =>
  new Set(group.flatMap(({ owner }) => (owner === undefined ? [] : [owner.person]))).size;

function minutesOf(group: readonly Ticket[]): number {
  const times = group.map(({ openedAt }) => millis(openedAt));
  return Math.round((Math.max(...times) - Math.min(...times)) / 60_000);
}

/** What stays, then the others. */
const inOrder = (group: readonly Ticket[]): readonly Ticket[] =>
  group.toSorted(
    (a, b) =>
      Number(b.kind === MANY) - Number(a.kind === MANY) ||
      Number(b.owner !== undefined) - Number(a.owner !== undefined) ||
      a.openedAt.localeCompare(b.openedAt) ||
      a.id.localeCompare(b.id),
  );

function reasonsOf(group: readonly Ticket[], feedOf: FeedOf): readonly OutageReason[] {
  const residents = group.filter(({ source }) => source.kind === 'citizen' || source.kind === 'call').length;
  return [
    { kind: 'reports', count: group.length },
    ...(residents === 0 ? [] : [{ kind: 'residents', count: residents } as const]),
    ...whereOf(group, feedOf),
    { kind: 'within', minutes: minutesOf(group) },
  ];
}

/** The least that all have in common, and how far they reach. */
function whereOf(group: readonly Ticket[], feedOf: FeedOf): readonly OutageReason[] {
  const [first, ...others] = group.map((ticket) => feedsOf(ticket, feedOf));
  const common = (first ?? []).find((feed) => others.every((feeds) => isAmong(feed, feeds)));
  const streets = group.map(({ place }) => place.street);
  const [street] = streets;
  const same: readonly OutageReason[] =
    street !== undefined && streets.every((each) => each !== undefined && folded(each) === folded(street))
      ? [{ kind: 'sameStreet', street }]
      : [];
  const positions = group.flatMap(({ place }) => (place.position === undefined ? [] : [place.position]));
  const metres = Math.max(0, ...positions.map((a) => Math.max(...positions.map((b) => distance(a, b)))));
  return [
    ...(common === undefined ? [] : [common.reason]),
    ...same,
    ...(positions.length > 1 ? [{ kind: 'across', metres: Math.round(metres) } as const] : []),
  ];
}
