import { v7 as uuid } from 'uuid';
import type { ViewAnswer } from '../../shared/ipc/model.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import { needsMotive } from '../../shared/rights/viewing.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Journal } from '../journal/journal.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { People } from '../session/people.ts';
import type { Session } from '../session/session.ts';
import type { Catalogue } from './catalogue.ts';

const ANSWER_MS = 3_000;
/** How long a viewing granted by the seat itself lasts. */
const OFFLINE_GRANT_MS = 15 * 60_000;

export interface ViewOptions {
  readonly catalogue: Pick<Catalogue, 'get' | 'playable'>;
  readonly session: Pick<Session, 'current' | 'offline' | 'over'>;
  readonly people: Pick<People, 'get'>;
  readonly journal: Pick<Journal, 'record'>;
  readonly letters: Pick<Correspondence, 'ask'>;
  /** a ticket as this seat expects it to be: its own work that waits for the hub counts */
  readonly ticket: (id: string) => Pick<Ticket, 'state' | 'owner'> | undefined;
  /** resolves once the hub has answered what this seat has done on the ticket, or can't */
  readonly settled: (ticket: string) => Promise<void>;
  /** whether the hub is there to be asked */
  readonly hubUp: () => boolean;
  /** how far this seat's clock is ahead of the hub's, ms; undefined while that is not known */
  readonly clockOffset: () => number | undefined;
  readonly now: () => number;
}
export interface ViewWish {
  readonly camera: string;
  readonly ticket?: string | undefined;
  readonly motive?: string | undefined;
}

/**
 * Asks to watch a camera: the hub says, and where it is away this seat's cached rights do. Either way it is in the
 * journal before a picture shows.
 */
export async function viewCamera(wish: ViewWish, on: ViewOptions): Promise<ViewAnswer> {
  const camera = on.catalogue.get(wish.camera);
  if (camera === undefined) return { kind: 'refused', code: 'UNKNOWN_CAMERA' };
  const playable = on.catalogue.playable(camera);
  if (!playable.ok) return { kind: 'refused', code: 'NO_PLAYABLE_STREAM', detail: playable.reason };
  const { ticket, motive } = reasons(wish);
  // A claim waits its turn behind what was done before it on the ticket: a question that overtook it would hear that
  // the ticket is nobody's.
  if (ticket !== undefined && motive === undefined) await on.settled(ticket);
  const state = on.session.current();
  if (state === undefined) return { kind: 'refused', code: 'NO_SESSION' };

  const asked = on.hubUp() && !on.session.offline ? await askHub(wish, state.session, on) : undefined;
  if (asked?.code === 'FORBIDDEN' && asked.field === 'session') on.session.over(state.session);
  if (asked !== undefined && !asked.ok)
    return {
      kind: 'refused',
      code: asked.code,
      ...(asked.field === undefined ? {} : { detail: asked.field }),
    };
  if (asked?.grant !== undefined)
    return { kind: 'granted', url: playable.url, until: asked.grant.until, offline: false };

  // As the hub last told of them: rights may have been taken since they signed in.
  const person = on.people.get(state.person.id);
  if (person === undefined) return { kind: 'refused', code: 'FORBIDDEN', detail: 'person' };
  const verdict = authorize(person, 'camera.view', { kind: 'camera', domain: camera.domain });
  if (!verdict.ok) return { kind: 'refused', code: 'FORBIDDEN', detail: verdict.why };
  const known = ticket === undefined ? undefined : on.ticket(ticket);
  if (motive === undefined && needsMotive(known, person.id))
    return { kind: 'refused', code: 'INVALID', detail: 'motive' };
  const recorded = on.journal.record({
    at: instant(on.now()),
    action: 'camera.view',
    target: `camera:${camera.id}`,
    person: person.id,
    session: state.session,
    assurance: 'offline',
    ...(motive === undefined ? {} : { motive }),
    ...(ticket === undefined ? {} : { payload: { ticket } }),
  });
  if (!recorded) return { kind: 'refused', code: 'RETRY', detail: 'journal' };
  return { kind: 'granted', url: playable.url, until: instant(on.now() + OFFLINE_GRANT_MS), offline: true };
}

/** A motive of blanks is none. */
const reasons = ({ ticket, motive }: ViewWish): Pick<ViewWish, 'ticket' | 'motive'> => ({
  ticket: ticket || undefined,
  motive: motive?.trim() || undefined,
});

/** @returns undefined where the hub didn't answer in time, or can't now: then the seat's own rights speak */
async function askHub(wish: ViewWish, session: string, on: ViewOptions) {
  const { ticket, motive } = reasons(wish);
  const cmd = uuid();
  // Judged at once, by the hub's clock. Where that is not known the broker alone lets the question expire.
  const offset = on.clockOffset();
  const madeAt = on.now() - (offset ?? 0);
  const reply = await on.letters.ask(
    'command',
    cmd,
    {
      v: 1,
      cmd,
      session,
      op: 'camera.view',
      target: { type: 'camera', id: wish.camera },
      args: ticket === undefined ? {} : { ticket },
      ...(motive === undefined ? {} : { motive }),
      madeAt: instant(madeAt),
      ...(offset === undefined ? {} : { expiresAt: instant(madeAt + ANSWER_MS) }),
    },
    ANSWER_MS,
  );
  return reply !== undefined && 'cmd' in reply && reply.code !== 'RETRY' ? reply : undefined;
}
