import { z } from 'zod';
import { GroundArea } from '../geo/ground.ts';
import { RuleId } from '../ids.ts';
import { SeatSeen } from '../seat/seen.ts';
import { TicketEvent } from '../ticket/model.ts';
import { DeskCommand } from '../wire/command.ts';
import { ArchiveMark } from '../wire/query.ts';
import type { RoomDataChange } from '../wire/room-data.ts';
import { Instant } from '../wire/time.ts';
import { AlarmAct, AlarmAnswer } from './alarm.ts';
import { BaseMapState, PrefetchAnswer, PrefetchPlan, TileAnswer, TileWish } from './base-map.ts';
import { EnergyAnswer, EnergyWish } from './energy.ts';
import { FileAdd, FileAdded, FileOpen, FileOpened, FilesHere } from './files.ts';
import { LampAnswer, LampWish } from './lamp-command.ts';
import { LampHistoryAnswer, LampHistoryWish } from './lamp-history.ts';
import { PlanAnswer, PlanWish } from './lighting-plan.ts';
import {
  Alert,
  ArchiveAnswer,
  CallAnswered,
  CameraEntry,
  DeskChange,
  DeskSnapshot,
  Diagnostics,
  DistrictAge,
  DistrictLamps,
  EngineState,
  LampDetail,
  LinkState,
  RecallAnswer,
  SessionView,
  ViewAnswer,
} from './model.ts';
import { PastDeskAnswer, PastDeskWish } from './past-desk.ts';

/** The seat has read each value by the schema of its kind. */
const RoomData = z.custom<RoomDataChange>();
/** Bytes on their way between processes (structured clone keeps them as they are). */
const Bytes = z.instanceof(Uint8Array);
const Nothing = z.undefined();
const Done = z.void();

/** An op and its arguments, as the window gives them; the seat adds id, session, time and expected version. */
export const DeskAct = z.object({
  op: z.enum(DeskCommand.options.map((option) => option.shape.op.value) as [string, ...string[]]),
  /** the ticket, or what else it is on; for create and an offer the id that the window made */
  ticket: z.string().min(1).max(256),
  args: z.record(z.string(), z.json()),
  /** version the operator saw; create: 0 */
  exp: z.int().min(0),
  motive: z.string().max(1_000).optional(),
  /** the rule whose advice is followed */
  advice: RuleId.optional(),
});
export type DeskAct = z.infer<typeof DeskAct>;

export const ActAnswer = z.discriminatedUnion('kind', [
  /** written to disk: it will reach the hub, or be shown as refused */
  z.object({ kind: z.literal('kept'), cmd: z.string() }),
  /** could not be written to disk: sent to a reachable hub, which has answered; what it refused is in the outbox */
  z.object({ kind: z.literal('unqueued'), cmd: z.string() }),
  /** the same, but the hub has not answered yet: it may be done, and is asked again as long as this engine lives */
  z.object({ kind: z.literal('unknown'), cmd: z.string() }),
  z.object({
    kind: z.literal('refused'),
    why: z.enum(['no-session', 'invalid', 'no-disk-no-hub']),
    detail: z.string().optional(),
  }),
]);
export type ActAnswer = z.infer<typeof ActAnswer>;

export const ShellInfo = z.object({
  /** as the wire names this seat */
  seat: z.string(),
  /** as the operator reads it after « Poste » */
  label: z.string(),
  version: z.string(),
  locale: z.enum(['fr', 'en']),
  theme: z.enum(['night', 'day', 'system']),
  /** origins that video may be played from */
  videoOrigins: z.array(z.string()),
  /** the page had died or hung and was loaded anew: when, and the place that it had kept */
  returned: z.object({ at: Instant, place: z.string().optional() }).optional(),
});
export type ShellInfo = z.infer<typeof ShellInfo>;

/** Who answers a request: the shell itself, or the seat engine behind it. */
type Owner = 'main' | 'seat';
interface Request {
  readonly owner: Owner;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
const request = <W extends Owner, I extends z.ZodType, O extends z.ZodType>(
  owner: W,
  input: I,
  output: O,
) => ({
  owner,
  input,
  output,
});

/** Every request a window can make. Main parses each input and checks its sender. */
export const requests = {
  'shell.info': request('main', Nothing, ShellInfo),
  /** where the operator is, in the window's own words: told to it where its page dies and is loaded anew */
  'shell.keep': request('main', z.object({ place: z.string().max(100_000) }), Done),
  'engine.state': request('main', Nothing, EngineState),
  'prefs.get': request('seat', z.object({ key: z.string().max(80) }), z.json().optional()),
  'prefs.set': request('seat', z.object({ key: z.string().max(80), value: z.json() }), Done),
  'link.state': request('seat', Nothing, LinkState),
  'link.retry': request('seat', Nothing, Done),
  'alerts.list': request('seat', Nothing, z.array(Alert)),
  'session.view': request('seat', Nothing, SessionView),
  'session.open': request(
    'seat',
    z.object({ person: z.string().min(1).max(256), proof: z.string().max(4_096) }),
    z.object({ ok: z.boolean(), code: z.string() }),
  ),
  'session.close': request('seat', Nothing, Done),
  /** all seats of which anything was heard */
  'seats.list': request('seat', Nothing, z.array(SeatSeen)),
  'desk.snapshot': request('seat', Nothing, DeskSnapshot),
  'desk.act': request('seat', DeskAct, ActAnswer),
  /** somebody has taken note of a refusal, or gives up a held command */
  'desk.dismiss': request('seat', z.object({ cmd: z.string() }), Done),
  /** its author takes back a command that has never left; false: too late, or something was made after it */
  'desk.withdraw': request('seat', z.object({ cmd: z.string() }), z.boolean()),
  'desk.timeline': request('seat', z.object({ ticket: z.string() }), z.array(TicketEvent)),
  /** ids of tickets of which each word begins a word: in what they say, or in what was written on them */
  'desk.search': request('seat', z.object({ text: z.string().max(200) }), z.array(z.string())),
  /** the same, of tickets that only the hub still has */
  'desk.archive': request(
    'seat',
    z.object({ text: z.string().min(1).max(200), behind: ArchiveMark.optional() }),
    ArchiveAnswer,
  ),
  /** one that only the hub still has, to be read */
  'desk.recall': request('seat', z.object({ ticket: z.string().min(1).max(256) }), RecallAnswer),
  /** attaches a file to a ticket */
  'files.add': request('seat', FileAdd, FileAdded),
  /** its bytes, to be shown or saved */
  'files.open': request('seat', FileOpen, FileOpened),
  'files.here': request('seat', Nothing, FilesHere),
  'lamps.dictionary': request('seat', Nothing, z.array(DistrictLamps)),
  'lamps.snapshot': request('seat', Nothing, Bytes),
  'lamps.ages': request('seat', Nothing, z.array(DistrictAge)),
  /** follow one lamp closely, or none */
  'lamps.follow': request('seat', z.object({ lamp: z.string().max(256).optional() }), Done),
  /** commands lamps, now or not at all */
  'lamps.command': request('seat', LampWish, LampAnswer),
  /** how lamps were: the hub's answer, for only it keeps the past */
  'lamps.history': request('seat', LampHistoryWish, LampHistoryAnswer),
  /** which interventions and alarms there were: likewise */
  'desk.past': request('seat', PastDeskWish, PastDeskAnswer),
  /** what lamps used: likewise */
  'energy.read': request('seat', EnergyWish, EnergyAnswer),
  /** brings a lighting plan into force, now or not at all */
  'lightingPlan.command': request('seat', PlanWish, PlanAnswer),
  /** each district's `Streets` as JSON text: thousands of objects would be cloned at each step of the way */
  'streets.all': request('seat', Nothing, z.array(z.string())),
  'ground.areas': request('seat', Nothing, z.array(GroundArea)),
  'baseMap.state': request('seat', Nothing, BaseMapState),
  /** asked by main for a page's `app://bundle/base-map/z/x/y` */
  'baseMap.tile': request('seat', TileWish, TileAnswer),
  /** what fetching the whole area would take; undefined where there is nothing to fetch */
  'baseMap.plan': request('seat', Nothing, PrefetchPlan.optional()),
  'baseMap.prefetch': request('seat', Nothing, PrefetchAnswer),
  /** what was fetched stays: the next time goes on from there */
  'baseMap.cancel': request('seat', Nothing, Done),
  /** all room data that the seat knows, each kind as a change from nothing */
  'room.data': request('seat', Nothing, z.array(RoomData)),
  /** at once or not at all */
  'alarms.act': request('seat', AlarmAct, AlarmAnswer),
  'cameras.list': request('seat', Nothing, z.array(CameraEntry)),
  'cameras.view': request(
    'seat',
    z.object({ camera: z.string(), ticket: z.string().optional(), motive: z.string().max(1_000).optional() }),
    ViewAnswer,
  ),
  /** takes a ringing call at once, or not at all */
  'calls.answer': request('seat', z.object({ call: z.string() }), CallAnswered),
  'diagnostics.read': request('seat', Nothing, Diagnostics),
  /** the window reports what it could not show: counted in diagnostics */
  'diagnostics.report': request(
    'seat',
    z.object({
      topic: z.string().max(200),
      reason: z.string().max(500),
      field: z.string().max(200).optional(),
    }),
    Done,
  ),
} as const satisfies Record<string, Request>;

/**
 * What is pushed to windows. *Lossless*: each one counts, in order. *Lossy*: the latest counts, several may
 * have been made one.
 */
export const pushes = {
  'engine.state': { kind: 'lossless', payload: EngineState },
  'link.state': { kind: 'lossy', payload: LinkState },
  alerts: { kind: 'lossless', payload: z.array(Alert) },
  session: { kind: 'lossless', payload: SessionView },
  seats: { kind: 'lossy', payload: z.array(SeatSeen) },
  'desk.change': { kind: 'lossless', payload: DeskChange },
  'files.here': { kind: 'lossy', payload: FilesHere },
  'lamps.dictionary': { kind: 'lossless', payload: z.array(DistrictLamps) },
  'lamps.batch': { kind: 'lossy', payload: Bytes },
  /** all districts of which a frame has come */
  'lamps.ages': { kind: 'lossy', payload: z.array(DistrictAge) },
  'lamps.detail': { kind: 'lossy', payload: LampDetail },
  streets: { kind: 'lossless', payload: z.array(z.string()) },
  ground: { kind: 'lossless', payload: z.array(GroundArea) },
  baseMap: { kind: 'lossy', payload: BaseMapState },
  /** the latest of each id; what changed meanwhile of one kind comes together */
  'room.data': { kind: 'lossy', payload: RoomData },
  cameras: { kind: 'lossy', payload: z.array(CameraEntry) },
} as const satisfies Record<string, { kind: 'lossless' | 'lossy'; payload: z.ZodType }>;

export type RequestName = keyof typeof requests;
export type RequestInput<N extends RequestName> = z.infer<(typeof requests)[N]['input']>;
export type RequestOutput<N extends RequestName> = z.infer<(typeof requests)[N]['output']>;
export type SeatRequestName = {
  [N in RequestName]: (typeof requests)[N]['owner'] extends 'seat' ? N : never;
}[RequestName];
export type MainRequestName = Exclude<RequestName, SeatRequestName>;
export type PushName = keyof typeof pushes;
export type PushPayload<N extends PushName> = z.infer<(typeof pushes)[N]['payload']>;

/** What the preload puts on `window.vigie`. */
export interface Bridge {
  request<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>>;
  on<N extends PushName>(name: N, listener: (payload: PushPayload<N>) => void): () => void;
}

/** Between main and the seat engine. Main asks and tells, the engine answers and pushes. */
export type ToSeat =
  | { readonly type: 'request'; readonly id: number; readonly name: SeatRequestName; readonly input: unknown }
  /** answered at once by an engine that does not hang */
  | { readonly type: 'ping' }
  | { readonly type: 'stop' };
export type FromSeat =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly error: string }
  | { readonly type: 'push'; readonly name: PushName; readonly payload: unknown }
  | { readonly type: 'pong' }
  | { readonly type: 'stopped' };
