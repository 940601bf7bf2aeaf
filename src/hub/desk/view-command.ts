import type { Camera } from '../../shared/camera/model.ts';
import { needsMotive } from '../../shared/rights/viewing.ts';
import type { Command } from '../../shared/wire/command.ts';
import { instant, millis } from '../../shared/wire/time.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { ACTS_WITHIN_MS, type Circumstance, type DeskContext, type Outcome } from './context.ts';
import { handle, type Known } from './handle.ts';

type CameraView = Extract<Command, { op: 'camera.view' }>;

/** `camera.view`: for an open ticket of one's own or a motive, by a person habilitated for the camera's domain. */
export async function handleView(
  unit: Unit,
  command: CameraView,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const camera = desk.camera(command.target.id);
  const { outcome } = await handle(unit, command, on, desk, {
    about: `camera:${command.target.id}`,
    withinMs: ACTS_WITHIN_MS,
    target: camera === undefined ? undefined : { kind: 'camera', domain: camera.domain },
    judge: (who) => judge(unit, command, on, desk, who, camera),
    told: () => command.args,
  });
  return outcome;
}

async function judge(
  unit: Unit,
  command: CameraView,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
  camera: Camera | undefined,
): Promise<Outcome> {
  if (camera === undefined) return { code: 'NOT_FOUND', field: 'target.id' };
  if (camera.streams.length === 0) return { code: 'BAD_STATE', field: 'streams' };
  const named = command.args.ticket;
  const ticket = named === undefined ? undefined : await readTicket(unit.tx, named);
  if (named !== undefined && ticket === undefined) return { code: 'NOT_FOUND', field: 'args.ticket' };
  if (command.motive === undefined && needsMotive(ticket, who.person.id))
    return { code: 'INVALID', field: 'motive' };
  const until = instant(millis(on.at) + desk.viewMinutes * 60_000);
  return { code: 'OK', grant: { camera: camera.id, person: who.person.id, until } };
}
