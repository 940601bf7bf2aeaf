import { Camera } from '../../src/shared/camera/model.ts';
import { Streets } from '../../src/shared/geo/streets.ts';
import { Dictionary } from '../../src/shared/lamp/dictionary.ts';
import { TicketEvent } from '../../src/shared/ticket/model.ts';
import { BlobReply, BlobRequest } from '../../src/shared/wire/blob.ts';
import { Command } from '../../src/shared/wire/command.ts';
import { EnergyPage, EnergyQuery } from '../../src/shared/wire/energy.ts';
import { JournalAck, JournalUpload } from '../../src/shared/wire/journal.ts';
import { LampHistoryPage, LampHistoryQuery } from '../../src/shared/wire/lamp-history.ts';
import { PastDeskPage, PastDeskQuery } from '../../src/shared/wire/past-desk.ts';
import { Head, HubPresence, Intent, SeatPresence } from '../../src/shared/wire/presence.ts';
import { Query, QueryPage } from '../../src/shared/wire/query.ts';
import { CommandReply } from '../../src/shared/wire/reply.ts';
import { topics } from '../../src/shared/wire/topic.ts';
import type { Channel } from './channel.ts';
import { cityChannels } from './city-channels.ts';
import { roomDataMessages, roomDataSummary } from './room-data.ts';

/** Every topic that the programs use, one entry each; the type misses none. */
export const channels: Readonly<Record<keyof typeof topics, Channel>> = {
  ...cityChannels,
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
    summary: roomDataSummary,
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: true,
    messages: roomDataMessages,
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
    summary:
      'A question: events since a sequence, a snapshot, a search in the archives, one ticket with its events; how lamps ' +
      'were, what they used, what interventions a past night had.',
    from: 'seat',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { Query, LampHistoryQuery, EnergyQuery, PastDeskQuery },
    answeredOn: 'reply',
  },
  reply: {
    address: topics.reply('{seatId}'),
    summary: 'The answer to a command, a query, a journal upload or a piece of a file.',
    from: 'hub',
    to: ['seat'],
    qos: 1,
    retained: false,
    messages: { CommandReply, QueryPage, LampHistoryPage, EnergyPage, PastDeskPage, JournalAck, BlobReply },
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
  blob: {
    address: topics.blob('{seatId}'),
    summary: 'A piece of a file that a ticket refers to, brought or asked for; one under way for each seat.',
    from: 'seat',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { BlobRequest },
    answeredOn: 'reply',
  },
};
