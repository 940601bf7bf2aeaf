import {
  LEAVE_LIGHT_KINDS,
  LEAVES_LIGHT,
  LIGHT_NEEDED,
  leavesLight,
  lightForbidden,
} from '../../shared/advice/leave-light.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { LampId } from '../../shared/ids.ts';
import { authorize } from '../../shared/rights/authorize.ts';
import type { Ticket, TicketEventType } from '../../shared/ticket/model.ts';
import type { Command } from '../../shared/wire/command.ts';
import { millis } from '../../shared/wire/time.ts';
import { readTrack, writeOrder, writeRelease, writeResend } from '../lighting/command/file.ts';
import type { Order, Track } from '../lighting/command/model.ts';
import { laggards } from '../lighting/command/proof.ts';
import { eventFacts, summaryOf } from '../lighting/command/tell.ts';
import { begin, releasing, resending } from '../lighting/command/track.ts';
import type { Unit } from '../store/unit.ts';
import { openOfKinds, readTicket } from '../tickets/read.ts';
import { record } from '../tickets/record.ts';
import { ACTS_WITHIN_MS, type Circumstance, type DeskContext, type Outcome } from './context.ts';
import { handle, type Known } from './handle.ts';

export type LampCommand = Extract<Command, { op: 'lamp.set' | 'lamp.resend' | 'lamp.release' }>;
type Setting = Extract<LampCommand, { op: 'lamp.set' }>;
type Resend = Extract<LampCommand, { op: 'lamp.resend' }>;
type Release = Extract<LampCommand, { op: 'lamp.release' }>;

/**
 * `lamp.*`: decides whether lamps leave their programme, are told so again, or go back to it before their time. The
 * order is in the store when this is answered, and leaves only after: nothing reaches the street unrecorded.
 */
export async function handleLamps(
  unit: Unit,
  command: LampCommand,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const { target, cmd } = command;
  const { outcome } = await handle(unit, command, on, desk, {
    about: `override:${target.type === 'override' ? target.id : cmd}`,
    withinMs: ACTS_WITHIN_MS,
    target: { kind: 'lamp' },
    judge: (who) => judge(unit, command, on, desk, who),
    told: () => (command.op === 'lamp.set' ? { ...command.args, lamps: command.target.ids } : {}),
  });
  return outcome;
}

function judge(
  unit: Unit,
  command: LampCommand,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
): Promise<Outcome> {
  switch (command.op) {
    case 'lamp.set':
      return set(unit, command, on, desk, who);
    case 'lamp.resend':
      return again(unit, command, on, desk, who);
    case 'lamp.release':
      return giveBack(unit, command, on, desk, who);
    default:
      return assertNever(command);
  }
}

async function set(
  unit: Unit,
  command: Setting,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
): Promise<Outcome> {
  const { args, target, cmd: id, motive, expiresAt } = command;
  const stranger = target.ids.findIndex((lamp) => desk.lamp(lamp) === undefined);
  if (stranger >= 0) return { code: 'NOT_FOUND', field: `target.ids.${stranger}` };
  const foreign = elsewhere(who, command.op, target.ids, desk);
  if (foreign !== undefined) return foreign;
  const lasts = millis(args.until) - millis(on.at);
  if (lasts <= 0 || lasts > desk.longestOverrideMs) return { code: 'INVALID', field: 'args.until' };
  const ticket = args.ticket === undefined ? undefined : await readTicket(unit.tx, args.ticket);
  if (args.ticket !== undefined && ticket === undefined) return { code: 'NOT_FOUND', field: 'args.ticket' };
  if (ticket?.state === 'closed') return { code: 'BAD_STATE', field: 'args.ticket' };
  // A switch in gas: whoever asks, and whatever their window has shown.
  if (await isForbidden(unit, target.ids, ticket, desk)) return { code: 'BAD_STATE', field: LEAVES_LIGHT };
  if (ticket === undefined && motive === undefined) return { code: 'INVALID', field: 'motive' };
  const spared = await sparedFrom(unit, command, desk);
  const ids = target.ids.filter((lamp) => !spared.has(lamp));
  // All of them are raised for somebody: there is nothing left to command.
  if (ids.length === 0) return { code: 'BAD_STATE', field: LIGHT_NEEDED };
  const order: Order = {
    id,
    ...(args.ticket === undefined ? {} : { ticket: args.ticket }),
    ...(motive === undefined ? {} : { motive }),
    street: streetOf(ids, desk),
    ...(args.selection === undefined ? {} : { selection: args.selection }),
    ...(spared.size === 0 ? {} : { spared: spared.size }),
    person: who.person.id,
    seat: on.seat,
    level: args.level,
    at: on.at,
    until: args.until,
    expiresAt,
  };
  const floors = new Map(floorsAbove(args.level, ids, on, desk));
  const track = begin(
    order,
    ids.map((lamp) => {
      const floor = floors.get(lamp);
      return [lamp, floor === undefined ? {} : { floor }];
    }),
  );
  await writeOrder(unit.tx, track);
  return told(unit, command, on, who, track, ticket);
}

/** Refused where any of them stands in a district that is not the person's: the consoles leave those out beforehand. */
function elsewhere(
  { person }: Known,
  op: LampCommand['op'],
  ids: Iterable<LampId>,
  { districtOf }: DeskContext,
): Outcome | undefined {
  const districts = new Set(Array.from(ids, districtOf));
  const verdict = authorize(person, op, { kind: 'lamp', districts });
  return verdict.ok ? undefined : { code: 'FORBIDDEN', field: verdict.why };
}

/** Whether any of them stands where light is to be left as it is, or its ticket wants that. */
async function isForbidden(
  unit: Unit,
  ids: readonly LampId[],
  ticket: Ticket | undefined,
  { lamp }: DeskContext,
): Promise<boolean> {
  const positions = ids.map((id) => lamp(id)?.position).filter((at) => at !== undefined);
  const forbids = lightForbidden(positions, await openOfKinds(unit.tx, LEAVE_LIGHT_KINDS));
  return forbids !== undefined || (ticket !== undefined && leavesLight(ticket) !== undefined);
}

/** Of those lamps whose safety floor is above the level now: that floor, %. */
function floorsAbove(
  level: number,
  ids: readonly LampId[],
  { at }: Circumstance,
  { lamp, lightFloors }: DeskContext,
): readonly (readonly [LampId, number])[] {
  const floorOf = lightFloors(millis(at));
  const wanted = Math.round(level * 100);
  return ids.flatMap((id) => {
    const known = lamp(id);
    const floor = known === undefined ? 0 : floorOf(known);
    return floor > wanted ? [[id, floor] as const] : [];
  });
}

/** Lamps that another open ticket has raised higher: nobody dims them below that meanwhile. */
async function sparedFrom(
  unit: Unit,
  { args, target }: Setting,
  desk: DeskContext,
): Promise<ReadonlySet<LampId>> {
  const needed = Map.groupBy(
    target.ids.filter((lamp) => (desk.lightNeeded(lamp)?.level ?? 0) > args.level * 100),
    (lamp) => desk.lightNeeded(lamp)?.ticket,
  );
  const spared = new Set<LampId>();
  for (const [ticket, lamps] of needed) {
    if (ticket === undefined || ticket === args.ticket) continue;
    const its = await readTicket(unit.tx, ticket);
    if (its !== undefined && its.state !== 'closed') for (const lamp of lamps) spared.add(lamp);
  }
  return spared;
}

/** Those that have not followed, anew. While any of them still may, nobody can say which those are. */
async function again(
  unit: Unit,
  command: Resend,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
): Promise<Outcome> {
  const track = await readTrack(unit.tx, command.target.id);
  if (track === undefined) return { code: 'NOT_FOUND', field: 'target.id' };
  const foreign = elsewhere(who, command.op, track.lamps.keys(), desk);
  if (foreign !== undefined) return foreign;
  const { order, release, judged } = track;
  if (release !== undefined || millis(order.until) <= millis(on.at)) return { code: 'BAD_STATE' };
  const ids = laggards(track).map(([id]) => id);
  if (!judged || ids.length === 0) return { code: 'BAD_STATE', field: 'target.id' };
  const ticket = order.ticket === undefined ? undefined : await readTicket(unit.tx, order.ticket);
  if (await isForbidden(unit, ids, ticket, desk)) return { code: 'BAD_STATE', field: LEAVES_LIGHT };
  const floors = floorsAbove(order.level, ids, on, desk);
  const resend = { cmd: command.cmd, at: on.at, expiresAt: command.expiresAt, floors };
  await writeResend(unit.tx, order.id, resend);
  return told(unit, command, on, who, resending(track, resend), ticket, ids.length);
}

async function giveBack(
  unit: Unit,
  command: Release,
  on: Circumstance,
  desk: DeskContext,
  who: Known,
): Promise<Outcome> {
  const track = await readTrack(unit.tx, command.target.id);
  if (track === undefined) return { code: 'NOT_FOUND', field: 'target.id' };
  const foreign = elsewhere(who, command.op, track.lamps.keys(), desk);
  if (foreign !== undefined) return foreign;
  if (track.release !== undefined || millis(track.order.until) <= millis(on.at)) return { code: 'BAD_STATE' };
  const release = { cmd: command.cmd, at: on.at, expiresAt: command.expiresAt };
  await writeRelease(unit.tx, track.order.id, release);
  const { ticket: about } = track.order;
  const ticket = about === undefined ? undefined : await readTicket(unit.tx, about);
  return told(unit, command, on, who, releasing(track, release), ticket);
}

const EVENT = {
  'lamp.set': 'lamp.commanded',
  'lamp.resend': 'lamp.commanded',
  'lamp.release': 'lamp.released',
} as const satisfies Record<LampCommand['op'], TicketEventType>;

/** Says it in the ticket's timeline, beside its states: nobody's next command is in conflict with it. */
async function told(
  unit: Unit,
  { op, cmd, motive, advice }: LampCommand,
  { at, seat }: Circumstance,
  { person }: Known,
  track: Track,
  ticket: Ticket | undefined,
  anew?: number,
): Promise<Outcome> {
  const override = summaryOf(track);
  if (ticket === undefined) return { code: 'OK', override };
  const light = { ...eventFacts(track, false), ...(anew === undefined ? {} : { again: anew }) };
  const decided = { ok: true, type: EVENT[op], version: ticket.version, patch: {}, light } as const;
  const { event } = await record(unit, ticket.id, ticket, decided, {
    at,
    seat,
    person: person.id,
    cmd,
    ...(motive === undefined ? {} : { motive }),
    ...(advice === undefined ? {} : { advice }),
  });
  return { code: 'OK', seq: event.seq, override };
}

/** The street that most of them stand in. */
function streetOf(ids: readonly LampId[], { lamp }: DeskContext): string {
  const streets = Map.groupBy(ids, (id) => lamp(id)?.street ?? '');
  const [street = ''] = [...streets].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return street;
}
