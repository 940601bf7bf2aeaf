import { v7 as uuid } from 'uuid';
import type { ActAnswer, DeskAct } from '../../shared/ipc/contract.ts';
import { DeskCommand, targetType } from '../../shared/wire/command.ts';
import type { SessionState } from '../../shared/wire/reply.ts';
import { instant, later } from '../../shared/wire/time.ts';
import type { Disk } from '../disk/disk.ts';
import type { About, OutboxStore } from './outbox-store.ts';

export interface ActOptions {
  readonly outbox: OutboxStore;
  readonly disk: Disk;
  readonly about: (ticket: string) => About | undefined;
  readonly session: () => SessionState | undefined;
  readonly hubUp: () => boolean;
  readonly onKept: (command: DeskCommand) => void;
  /** waits for the hub's answer to a command, not for long. @returns whether it has come */
  readonly answered: (cmd: string) => Promise<boolean>;
  readonly now: () => number;
}

/**
 * Makes a command of what the operator did and keeps it on disk; the answer comes only then. With a full disk it goes
 * to a reachable hub all the same, the same command again until the hub has answered, and is shown meanwhile: silence
 * is no refusal. With neither disk nor hub it is refused, aloud.
 */
export async function act(wish: DeskAct, on: ActOptions): Promise<ActAnswer> {
  const session = on.session();
  if (session === undefined) return { kind: 'refused', why: 'no-session' };
  const parsed = DeskCommand.safeParse({
    v: 1,
    cmd: uuid(),
    session: session.session,
    op: wish.op,
    target: { type: targetType(wish.op), id: wish.ticket },
    exp: on.outbox.builtOn(wish.ticket, session.session, wish.exp),
    args: wish.args,
    ...(wish.motive === undefined ? {} : { motive: wish.motive }),
    ...(wish.advice === undefined ? {} : { advice: wish.advice }),
    madeAt: later(instant(on.now()), session.openedAt), // also where the clock was set back
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { kind: 'refused', why: 'invalid', detail: `${issue?.path.join('.')}: ${issue?.message}` };
  }
  const command = parsed.data;
  const about = on.about(wish.ticket);
  if (!on.disk.attempt(() => on.outbox.add(command, session.person.id, about))) {
    if (!on.hubUp()) return { kind: 'refused', why: 'no-disk-no-hub' };
    on.outbox.addUnkept(command, session.person.id, about);
    on.onKept(command);
    return { kind: (await on.answered(command.cmd)) ? 'unqueued' : 'unknown', cmd: command.cmd };
  }
  on.onKept(command);
  return { kind: 'kept', cmd: command.cmd };
}
