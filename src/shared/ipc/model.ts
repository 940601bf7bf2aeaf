import { z } from 'zod';
import { RoomCall } from '../call/model.ts';
import { Camera, CameraHealth } from '../camera/model.ts';
import { UrlRefusal } from '../camera/playable-url.ts';
import { PersonId } from '../ids.ts';
import { Person } from '../rights/model.ts';
import { Ticket, TicketEvent } from '../ticket/model.ts';
import { TicketCommand } from '../wire/command.ts';
import { Intent } from '../wire/presence.ts';
import { ArchiveMark } from '../wire/query.ts';
import { ReplyCode, SessionState } from '../wire/reply.ts';
import { Instant } from '../wire/time.ts';

/** One leg of the way to the room. `since` says how long it has been so; ages are the view's to count. */
export const LegState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown'), since: Instant }),
  z.object({ kind: z.literal('up'), since: Instant, heardAt: Instant }),
  z.object({ kind: z.literal('lost'), since: Instant, why: z.string().optional() }),
]);
export type LegState = z.infer<typeof LegState>;

export const LinkState = z.object({
  broker: LegState,
  hub: LegState,
  /** when the next try is due, while the broker is lost */
  nextTryAt: Instant.optional(),
  /** there are other brokers, at which the hub may be looked for */
  otherBrokers: z.literal(true).optional(),
  /** this seat's clock minus the hub's, ms, with what the hub's word took on its way */
  clockOffset: z.number().optional(),
});
export type LinkState = z.infer<typeof LinkState>;

/** A command that this seat has made, as the operator needs to see it. */
export const OutboxItem = z.object({
  cmd: z.string(),
  ticket: z.string(),
  op: TicketCommand.options[0].shape.op.or(z.string()),
  args: z.record(z.string(), z.json()),
  motive: z.string().optional(),
  person: z.string().optional(),
  madeAt: Instant,
  state: z.enum(['pending', 'sent', 'refused', 'held']),
  tries: z.int(),
  /** how its ticket was called when it was made: the room may have lost it since */
  about: z.object({ ref: z.string().optional(), place: z.string() }).optional(),
  /** it has never left this seat: its author may take it back */
  unsent: z.literal(true).optional(),
  /** the version its author saw: where two histories part if it is refused */
  exp: z.int().min(0).optional(),
  code: ReplyCode.optional(),
  field: z.string().optional(),
  /** where refused: the ticket as the room has it, and its latest event: who was faster */
  theirs: z.object({ ticket: Ticket, last: TicketEvent.optional() }).optional(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

/** What a colleague means to do, from where, since when; the person is who sat there then, where that is known. */
export const SeatIntent = Intent.extend({ seat: z.string(), person: PersonId.optional(), at: Instant });
export type SeatIntent = z.infer<typeof SeatIntent>;

/** What the seat knows of tickets: authoritative state, and beside it what is not confirmed yet. */
export const DeskSnapshot = z.object({
  tickets: z.array(Ticket),
  outbox: z.array(OutboxItem),
  intents: z.array(SeatIntent),
  /** the last moment the hub's word was heard; undefined before the first time */
  asOf: Instant.optional(),
  lastSeq: z.int(),
});
export type DeskSnapshot = z.infer<typeof DeskSnapshot>;

/** What is different from what was told before; `outbox` and `intents` come whole, and only where they are. */
export const DeskChange = z.object({
  upserts: z.array(Ticket),
  removed: z.array(z.string()),
  outbox: z.array(OutboxItem).optional(),
  intents: z.array(SeatIntent).optional(),
  asOf: Instant.optional(),
  lastSeq: z.int(),
});
export type DeskChange = z.infer<typeof DeskChange>;

/** Why there is no answer: the hub is away, has not answered in time, or lets this person read no archives. */
const unheard = [
  z.object({ kind: z.literal('away') }),
  z.object({ kind: z.literal('silent') }),
  z.object({ kind: z.literal('refused') }),
] as const;
/** Tickets that only the hub has, the latest closed first; `next` is where to go on, if there may be more. */
export const ArchiveAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), tickets: z.array(Ticket), next: ArchiveMark.optional() }),
  ...unheard,
]);
export type ArchiveAnswer = z.infer<typeof ArchiveAnswer>;

/** A ticket that only the hub has, with its events, oldest first. */
export const RecallAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), ticket: Ticket, events: z.array(TicketEvent) }),
  /** the hub keeps it no more */
  z.object({ kind: z.literal('gone') }),
  ...unheard,
]);
export type RecallAnswer = z.infer<typeof RecallAnswer>;

/**
 * A district of the dictionary with the slot by which lamp batches name it. Columns, not objects: the place in
 * each is the lamp's index. A tombstone has an empty id and no place (NaN).
 */
export const DistrictLamps = z.object({
  slot: z.int(),
  district: z.string(),
  name: z.string(),
  dictVersion: z.int(),
  ids: z.array(z.string()),
  /** degrees, WGS 84 */
  lon: z.instanceof(Float64Array),
  lat: z.instanceof(Float64Array),
  /** names, and for each lamp the places of its street, commune, … in them (0 = none, an empty name) */
  names: z.array(z.string()),
  street: z.instanceof(Uint16Array),
  commune: z.instanceof(Uint16Array),
  cabinet: z.instanceof(Uint16Array),
  circuit: z.instanceof(Uint16Array),
  /** names of circuits that are one for all cabinets; any other is its cabinet's */
  sharedCircuits: z.array(z.string()).optional(),
  /** of its luminaire: « LED » */
  kind: z.instanceof(Uint16Array),
  /** rated power, W; NaN where the inventory doesn't say */
  power: z.instanceof(Float32Array),
});
export type DistrictLamps = z.infer<typeof DistrictLamps>;

/** How old what a district's lamps are said to be is. */
export const DistrictAge = z.object({
  slot: z.int(),
  /** when the hub made the last frame that this seat could apply, ms since the epoch by the hub's clock */
  asOf: z.number(),
});
export type DistrictAge = z.infer<typeof DistrictAge>;

/** One lamp followed closely: what the field gateway itself last said. */
export const LampDetail = z.object({
  id: z.string(),
  at: Instant,
  powerState: z.string(),
  level: z.number().optional(),
  power: z.number().optional(),
  energy: z.number().optional(),
  status: z.string().optional(),
});
export type LampDetail = z.infer<typeof LampDetail>;

export const CameraEntry = Camera.extend({
  health: CameraHealth.optional(),
  /** why this seat may play none of its streams; absent where it may */
  refused: UrlRefusal.optional(),
});
export type CameraEntry = z.infer<typeof CameraEntry>;

/** Answer to a wish to watch a camera. */
export const ViewAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('granted'), url: z.string(), until: Instant, offline: z.boolean() }),
  z.object({
    kind: z.literal('refused'),
    code: ReplyCode.or(z.enum(['NO_PLAYABLE_STREAM', 'UNKNOWN_CAMERA', 'NO_SESSION'])),
    detail: z.string().optional(),
  }),
]);
export type ViewAnswer = z.infer<typeof ViewAnswer>;

/** Answer to a wish to take a call. */
export const CallAnswered = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), ticket: z.string() }),
  z.object({ kind: z.literal('taken'), call: RoomCall }),
  z.object({ kind: z.literal('refused'), code: ReplyCode.or(z.enum(['NO_HUB', 'NO_SESSION', 'SILENCE'])) }),
]);
export type CallAnswered = z.infer<typeof CallAnswered>;
export const SessionView = z.object({
  session: SessionState.optional(),
  people: z.array(Person),
  /** opened on this seat alone, to be adopted by the hub */
  offline: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** Why a seat could not take an input; each has its words in the catalogues (`diagnostics.reason.*`). */
export const RejectReason = z.enum([
  'json',
  'schema',
  'topic',
  'id',
  'district',
  'streams',
  'unknown-camera',
  'frame',
  'unknown-district',
  'dictVersion',
  'stream',
  'index',
  'time',
  'defect',
  'window',
]);
export type RejectReason = z.infer<typeof RejectReason>;

export const RejectedInput = z.object({
  /** kind of topic, its ids left out */
  topic: z.string(),
  /** the whole topic of the last one: which camera, which district */
  lastTopic: z.string(),
  reason: RejectReason,
  field: z.string().optional(),
  count: z.int(),
  lastAt: Instant,
});
export type RejectedInput = z.infer<typeof RejectedInput>;

/** For the diagnostics page: counters, never personal data. */
export const Diagnostics = z.object({
  seat: z.string(),
  version: z.string(),
  startedAt: Instant,
  broker: z.string(),
  messagesIn: z.number(),
  bytesIn: z.number(),
  messagesOut: z.number(),
  lampsKnown: z.number(),
  lampChanges: z.number(),
  framesApplied: z.number(),
  framesDropped: z.number(),
  /** changes that one before them was missing for */
  framesMissed: z.number(),
  outboxPending: z.number(),
  databases: z.array(z.object({ file: z.string(), bytes: z.number(), trouble: z.string().optional() })),
  rejected: z.array(RejectedInput),
});
export type Diagnostics = z.infer<typeof Diagnostics>;

/** The seat engine as main sees it. */
export const EngineState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('starting') }),
  z.object({ kind: z.literal('up'), since: Instant }),
  z.object({
    kind: z.literal('restarting'),
    since: Instant,
    tries: z.int(),
    lastError: z.string().optional(),
  }),
]);
export type EngineState = z.infer<typeof EngineState>;

/** Something wrong with the seat itself that the operator or IT should know; raised and cleared by id. */
export const Alert = z.object({
  id: z.string(),
  kind: z.enum([
    'disk-full',
    'desk-damaged',
    'city-damaged',
    'read-only',
    'unsupported-version',
    'session-refused',
    'session-over',
    'journal-refused',
    'hub-restored',
    'config',
  ]),
  since: Instant,
  detail: z.string().optional(),
});
export type Alert = z.infer<typeof Alert>;
