import { CameraHealth } from '../../src/shared/camera/model.ts';
import { ControlCabinetInput } from '../../src/shared/lamp/cabinet.ts';
import { LampPresence, StreetlightInput } from '../../src/shared/lamp/streetlight.ts';
import { UnitAnswer, UnitOrder, UnitReport } from '../../src/shared/unit/model.ts';
import { CabinetProgram, ProgramAck } from '../../src/shared/wire/cabinet-program.ts';
import { Ack, Call, CallOrder, CityEvent, Intake } from '../../src/shared/wire/intake.ts';
import { CabinetAck, CabinetOrder, LampAck, LampOrder } from '../../src/shared/wire/lamp-order.ts';
import { topics } from '../../src/shared/wire/topic.ts';
import type { Channel } from './channel.ts';

/** What the field and the hub tell each other: `city/v1/…`. */
export const cityChannels = {
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
  lampOrder: {
    address: topics.lampOrder('{lampId}'),
    summary:
      'A level until a time, or back to the programme, for a lamp that no cabinet feeds. Dropped once expired.',
    from: 'hub',
    to: ['field gateway'],
    qos: 1,
    retained: false,
    messages: { LampOrder },
  },
  lampAck: {
    address: topics.lampAck('{lampId}'),
    summary: 'What a gateway says of such a command. Only the state that follows proves that it was done.',
    from: 'field gateway',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { LampAck },
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
  cabinetOrder: {
    address: topics.cabinetOrder('{cabinetId}'),
    summary: 'The same for many lamps of a cabinet at once.',
    from: 'hub',
    to: ['field gateway'],
    qos: 1,
    retained: false,
    messages: { CabinetOrder },
  },
  cabinetProgram: {
    address: topics.cabinetProgram('{cabinetId}'),
    summary:
      'What the lamps of a cabinet do by themselves: control programs, calendars, presence, floors. Until another comes.',
    from: 'hub',
    to: ['field gateway'],
    qos: 1,
    retained: true,
    messages: { CabinetProgram },
  },
  cabinetProgramAck: {
    address: topics.cabinetProgramAck('{cabinetId}'),
    summary:
      'Which programme the gateway of a cabinet goes by, or why not the latest. What lamps report is the proof.',
    from: 'field gateway',
    to: ['hub'],
    qos: 1,
    retained: true,
    messages: { ProgramAck },
  },
  cabinetAck: {
    address: topics.cabinetAck('{cabinetId}'),
    summary: 'What a gateway says of such a command. Only the state that follows proves that it was done.',
    from: 'field gateway',
    to: ['hub'],
    qos: 1,
    retained: false,
    messages: { CabinetAck },
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
  callOrder: {
    address: topics.callOrder('{callId}'),
    summary: 'A seat takes the call: telephony connects it there, unless the order has expired.',
    from: 'hub',
    to: ['telephony'],
    qos: 1,
    retained: false,
    messages: { CallOrder },
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
} as const satisfies Partial<Record<keyof typeof topics, Channel>>;
