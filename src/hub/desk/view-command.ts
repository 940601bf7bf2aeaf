import { authorize } from '../../shared/rights/authorize.ts';
import { needsMotive } from '../../shared/rights/viewing.ts';
import type { Command } from '../../shared/wire/command.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { ACTS_WITHIN_MS, type Circumstance, type DeskContext, expired, type Outcome } from './context.ts';
import { authorOf, type Identity, identify } from './identify.ts';
import { journalizeCommand } from './journal.ts';

type CameraView = Extract<Command, { op: 'camera.view' }>;

/**
 * `camera.view`: for an open ticket of one's own or a motive, by a person habilitated for the camera's domain, and
 * always journalised, refused or not.
 */
export async function handleView(
  unit: Unit,
  command: CameraView,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const who = await identify(unit, command, on, desk, 'refused');
  const outcome = await judge(unit, command, on, desk, who);
  await journalizeCommand(unit, command, on, {
    target: `camera:${command.target.id}`,
    ...authorOf(who),
    ...(command.motive === undefined ? {} : { motive: command.motive }),
    payload: {
      code: outcome.code,
      ...(command.args.ticket === undefined ? {} : { ticket: command.args.ticket }),
    },
  });
  return outcome;
}

async function judge(
  unit: Unit,
  command: CameraView,
  on: Circumstance,
  desk: DeskContext,
  who: Identity,
): Promise<Outcome> {
  if (!who.ok) return who.outcome;
  if (expired(command, on) || millis(on.at) - millis(command.madeAt) > ACTS_WITHIN_MS)
    return { code: 'EXPIRED' };
  const camera = desk.camera(command.target.id);
  if (camera === undefined) return { code: 'NOT_FOUND', field: 'target.id' };
  if (camera.streams.length === 0) return { code: 'BAD_STATE', field: 'streams' };
  const verdict = authorize(who.person, command.op, { kind: 'camera', domain: camera.domain });
  if (!verdict.ok) return { code: 'FORBIDDEN', field: verdict.why };
  const named = command.args.ticket;
  const ticket = named === undefined ? undefined : await readTicket(unit.tx, named);
  if (named !== undefined && ticket === undefined) return { code: 'NOT_FOUND', field: 'args.ticket' };
  if (command.motive === undefined && needsMotive(ticket, who.person.id))
    return { code: 'INVALID', field: 'motive' };
  const until = instant(millis(on.at) + desk.viewMinutes * 60_000);
  return { code: 'OK', grant: { camera: camera.id, person: who.person.id, until } };
}
