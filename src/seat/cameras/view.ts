import type { ViewAnswer } from '../../shared/ipc/model.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import { needsMotive } from '../../shared/rights/viewing.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Journal } from '../journal/journal.ts';
import { type Asking, askNow } from '../link/ask-now.ts';
import type { People } from '../session/people.ts';
import type { Catalogue } from './catalogue.ts';

const ANSWER_MS = 3_000;
/** How long a viewing granted by the seat itself lasts. */
const OFFLINE_GRANT_MS = 15 * 60_000;

export interface ViewOptions extends Asking {
  readonly catalogue: Pick<Catalogue, 'get' | 'playable'>;
  readonly people: Pick<People, 'get'>;
  readonly journal: Pick<Journal, 'record'>;
  /** a ticket as this seat expects it to be: its own work that waits for the hub counts */
  readonly ticket: (id: string) => Pick<Ticket, 'kind' | 'state' | 'owner'> | undefined;
  /** resolves once the hub has answered what this seat has done on the ticket, or can't */
  readonly settled: (ticket: string) => Promise<void>;
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

  const asked = await askHub(wish, on);
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

type Verdict = Pick<CommandReply, 'ok' | 'code' | 'field' | 'grant'>;

/** @returns undefined where the hub didn't answer in time, or can't now: then the seat's own rights speak */
async function askHub(wish: ViewWish, on: ViewOptions): Promise<Verdict | undefined> {
  const { ticket, motive } = reasons(wish);
  const content = () => ({
    op: 'camera.view',
    target: { type: 'camera', id: wish.camera },
    args: ticket === undefined ? {} : { ticket },
    ...(motive === undefined ? {} : { motive }),
  });
  const heard = await askNow({ content, answerMs: ANSWER_MS }, on);
  if (heard.kind === 'invalid') return { ok: false, code: 'INVALID', field: heard.field };
  return heard.kind === 'answered' && heard.reply.code !== 'RETRY' ? heard.reply : undefined;
}
