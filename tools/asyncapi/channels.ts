import type { z } from 'zod';
import { Camera, CameraHealth } from '../../src/shared/camera/model.ts';
import { Ground } from '../../src/shared/geo/ground.ts';
import { Streets } from '../../src/shared/geo/streets.ts';
import { ControlCabinetInput } from '../../src/shared/lamp/cabinet.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { LampPresence, StreetlightInput } from '../../src/shared/lamp/streetlight.ts';
import { Person } from '../../src/shared/rights/model.ts';
import { TicketEvent } from '../../src/shared/ticket/model.ts';
import { UnitAnswer, UnitOrder, UnitReport } from '../../src/shared/unit/model.ts';
import { Command } from '../../src/shared/wire/command.ts';
import { Ack, Call, CityEvent, Intake } from '../../src/shared/wire/intake.ts';
import { JournalAck, JournalUpload } from '../../src/shared/wire/journal.ts';
import { Listing } from '../../src/shared/wire/listing.ts';
import { Head, HubPresence, Intent, SeatPresence } from '../../src/shared/wire/presence.ts';
import { Query, QueryPage } from '../../src/shared/wire/query.ts';
import { CommandReply } from '../../src/shared/wire/reply.ts';
import { topics } from '../../src/shared/wire/topic.ts';

export type Party = 'hub' | 'seat' | 'field gateway' | 'camera gateway' | 'fleet' | 'telephony' | 'source';

/** A kind of topic: who writes, who reads, how it travels and what it carries. */
export interface Channel {
  /** with the ids' places as AsyncAPI writes them: `{seatId}` */
  readonly address: string;
  readonly summary: string;
  readonly from: Party;
  readonly to: readonly Party[];
  readonly qos: 0 | 1;
  readonly retained: boolean;
  /** by name; `frame` is bytes and has no schema */
  readonly messages: Readonly<Record<string, z.ZodType | 'frame'>>;
  /** where the reader answers */
  readonly answeredOn?: 'reply' | 'ack';
}

/** Every topic that the programs use, one entry each; the type misses none. */
export const channels: Readonly<Record<keyof typeof topics, Channel>> = {
  lampState: {
    address: topics.lampState('{lampId}'),
    summary:
      'A lamp as it reports itself: FIWARE Streetlight as key values, or any other of the four NGSI encodings. ' +
      'A seat reads one lamp at a time, in its detail view.',
    from: 'field gateway',
    to: ['hub', 'seat'],
    qos: 1,
    retained: true,
    messages: { Streetlight: StreetlightInput },
  },
  lampPresence: {
    address: topics.lampPresence('{lampId}'),
    summary: 'Somebody is near a lamp, or no longer. Never retained, never stored.',
    from: 'field gateway',
    to: ['hub'],
    qos: 0,
    retained: false,
    messages: { LampPresence },
  },
  cabinetState: {
    address: topics.cabinetState('{cabinetId}'),
    summary: 'A control cabinet: supply and circuits. FIWARE StreetlightControlCabinet, any NGSI encoding.',
    from: 'field gateway',
    to: ['hub'],
    qos: 1,
    retained: true,
    messages: { StreetlightControlCabinet: ControlCabinetInput },
  },
  unitState: {
    address: topics.unitState('{unitId}'),
    summary:
      'A field unit as its fleet knows it: what it can do, whether it is free, where it is and since when.',
    from: 'fleet',
    to: ['hub'],
    qos: 1,
    retained: true,
    messages: { UnitReport },
  },
  unitOrder: {
    address: topics.unitOrder('{unitId}'),
    summary:
      'Go there, or go no further. Sent again until it is answered or expired; nobody acts on it after that.',
    from: 'hub',
    to: ['fleet'],
    qos: 1,
    retained: false,
    messages: { UnitOrder },
  },
  unitAnswer: {
    address: topics.unitAnswer('{unitId}'),
    summary: 'What a unit says to an order: accepted, on site, done, or refused and why.',
    from: 'fleet',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { UnitAnswer },
  },
  cameraHealth: {
    address: topics.cameraHealth('{cameraId}'),
    summary: 'Whether a camera delivers pictures, and since when.',
    from: 'camera gateway',
    to: ['seat'],
    qos: 1,
    retained: true,
    messages: { CameraHealth },
  },
  call: {
    address: topics.call('{callId}'),
    summary: 'A telephone call that rings, is answered or has ended. Acknowledged on city/v1/ack/telephony.',
    from: 'telephony',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { Call },
    answeredOn: 'ack',
  },
  cityEvent: {
    address: topics.cityEvent(),
    summary: 'What a sensor or a service noticed.',
    from: 'source',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { CityEvent },
    answeredOn: 'ack',
  },
  intake: {
    address: topics.intake('{source}'),
    summary: 'The request of a citizen or of another service.',
    from: 'source',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { Intake },
    answeredOn: 'ack',
  },
  ack: {
    address: topics.ack('{source}'),
    summary: 'What became of a call, event or request. A source sends again until it has heard this.',
    from: 'hub',
    to: ['source', 'telephony'],
    qos: 1,
    retained: false,
    messages: { Ack },
  },
  dictionary: {
    address: topics.dictionary('{districtId}'),
    summary: 'The lamps of a district; a place in the list is the index in its frames.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: true,
    messages: { Dictionary },
  },
  streets: {
    address: topics.streets('{districtId}'),
    summary: 'The streets of a district, GeoJSON.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: true,
    messages: { Streets },
  },
  camera: {
    address: topics.camera('{cameraId}'),
    summary: 'A camera of the catalogue.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: true,
    messages: { Camera },
  },
  districtFull: {
    address: topics.districtFull('{districtId}'),
    summary: 'All lamps of a district in bytes: docs/contract/district-frame.md.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: true,
    messages: { DistrictFrame: 'frame' },
  },
  districtDelta: {
    address: topics.districtDelta('{districtId}'),
    summary: 'The lamps of a district that changed, in bytes: docs/contract/district-frame.md.',
    from: 'hub',
    to: ['seat'],
    qos: 0,
    retained: false,
    messages: { DistrictFrame: 'frame' },
  },
  data: {
    address: topics.data('{kind}', '{id}'),
    summary:
      'Data of the room: `person` (who works there), `map` / `ground` (base map beside streets), and `index` / `person` or `camera`: all ids of the kind; what is not listed is no more.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: true,
    messages: { Person, Ground, Listing },
  },
  command: {
    address: topics.command('{seatId}'),
    summary: 'A command. The seat is the one whose topic it is, never a field of the payload.',
    from: 'seat',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { Command },
    answeredOn: 'reply',
  },
  query: {
    address: topics.query('{seatId}'),
    summary: 'A question: events since a sequence, or a snapshot.',
    from: 'seat',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { Query },
    answeredOn: 'reply',
  },
  reply: {
    address: topics.reply('{seatId}'),
    summary: 'The answer to a command, a query or a journal upload.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: false,
    messages: { CommandReply, QueryPage, JournalAck },
  },
  event: {
    address: topics.event(),
    summary: 'What has happened to a ticket, in one sequence for the whole room.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: false,
    messages: { TicketEvent },
  },
  head: {
    address: topics.head(),
    summary: 'How far the hub has come: after each burst and every 5 s.',
    from: 'hub',
    to: ['seat'],
    qos: 0,
    retained: true,
    messages: { Head },
  },
  hub: {
    address: topics.hub('{hubId}'),
    summary: 'Whether a hub is there; also its will.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: true,
    messages: { HubPresence },
  },
  seat: {
    address: topics.seat('{seatId}'),
    summary: 'Whether a seat is there and how it stands, every 10 s; also its will.',
    from: 'seat',
    to: ['hub', 'seat'],
    qos: 1,
    retained: true,
    messages: { SeatPresence },
  },
  intent: {
    address: topics.intent('{seatId}'),
    summary: 'A claim that no hub has confirmed, shown to colleagues as an intention.',
    from: 'seat',
    to: ['seat'],
    qos: 0,
    retained: false,
    messages: { Intent },
  },
  journal: {
    address: topics.journal('{seatId}'),
    summary: 'Entries of the journal of a seat, in order.',
    from: 'seat',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { JournalUpload },
    answeredOn: 'reply',
  },
};
