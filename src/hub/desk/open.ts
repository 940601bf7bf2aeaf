import type { Camera } from '../../shared/camera/model.ts';
import type { CameraId, SeatId } from '../../shared/ids.ts';
import type { CommandReply } from '../../shared/wire/reply.ts';
import type { People } from '../accounts/people.ts';
import type { AdviceTallies } from '../advice/tallies.ts';
import type { Base } from '../base.ts';
import { fileLimits } from '../config.ts';
import type { Lights } from '../lighting/assemble.ts';
import { overrideRule } from '../lighting/rule.ts';
import type { Outside } from '../outside.ts';
import type { ProcedureShelf } from '../procedures/shelf.ts';
import type { UnitDesk } from '../units/unit-desk.ts';
import { Desk } from './desk.ts';

export interface DeskParts
  extends Base,
    Pick<Outside, 'calls' | 'switchboard'>,
    Pick<Lights, 'lighting' | 'overrides' | 'plans' | 'faults' | 'live'> {
  readonly people: People;
  readonly cameras: ReadonlyMap<CameraId, Camera>;
  readonly units: UnitDesk;
  readonly procedures: ProcedureShelf;
  readonly tallies: AdviceTallies;
  /** to `room/v1/rsp/<seat>` */
  readonly reply: (seat: SeatId, reply: CommandReply) => void;
}

/** The desk, with what it judges by, and who hears of what it has decided. */
export function openDesk(parts: DeskParts): Desk {
  const { store, config, data, metrics, now, committed, failed, reply: say } = parts;
  const {
    people,
    calls,
    cameras,
    units,
    procedures,
    tallies,
    lighting,
    overrides,
    plans,
    faults,
    live,
    switchboard,
  } = parts;
  return new Desk({
    store,
    now,
    context: {
      people,
      data,
      calls,
      camera: (id) => cameras.get(id),
      knowsUnit: units.knows,
      procedure: (ref) => procedures.get(ref),
      followed: (ticket) => procedures.followed(ticket),
      lamp: (id) => lighting.lamp(id),
      districtOf: (id) => lighting.districtOf(id),
      lightFloors: (at) => plans.floorsAt(at),
      lightNeeded: (id) => overrides.neededAt(id),
      lightingPlans: plans,
      timeZone: config.timeZone,
      lateMs: config.desk.lateHours * 3_600_000,
      viewMinutes: config.desk.viewMinutes,
      files: fileLimits(config),
      longestOverrideMs: overrideRule(config).longestMs,
      alarmTouched: faults.touched,
    },
    answer: (seat, reply, op) => {
      metrics.command(op, reply.code);
      if (reply.last?.advice !== undefined) tallies.answered();
      say(seat, reply);
      if (reply.override !== undefined) overrides.stir();
      if (op === 'inventory.mend' && reply.ok) live.refresh().catch((error) => failed(error, 'inventory'));
      if (reply.ok && !reply.dup && reply.call !== undefined) switchboard.answered(reply.call, reply.cmd);
    },
    committed,
    failed: (error, command) => failed(error, command?.op ?? 'commands'),
  });
}
