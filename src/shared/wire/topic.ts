import { ID_CHARACTERS } from '../ids.ts';

/**
 * Topics of the wire contract. Ids may hold anything, so the characters that mean something to MQTT
 * are percent-encoded; `decodeSegment` accepts any percent-encoding and throws `URIError` on a broken one.
 */
export const encodeSegment = (id: string): string =>
  id.replace(/[%/+#]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

export const decodeSegment = (segment: string): string => decodeURIComponent(segment);

const e = encodeSegment;

export const topics = {
  lampState: (lamp: string) => `city/v1/lamp/${e(lamp)}/state`,
  lampPresence: (lamp: string) => `city/v1/lamp/${e(lamp)}/presence`,
  lampOrder: (lamp: string) => `city/v1/lamp/${e(lamp)}/cmd`,
  lampAck: (lamp: string) => `city/v1/lamp/${e(lamp)}/ack`,
  cabinetState: (cabinet: string) => `city/v1/cabinet/${e(cabinet)}/state`,
  unitState: (unit: string) => `city/v1/unit/${e(unit)}/state`,
  unitOrder: (unit: string) => `city/v1/unit/${e(unit)}/cmd`,
  unitAnswer: (unit: string) => `city/v1/unit/${e(unit)}/ack`,
  cabinetOrder: (cabinet: string) => `city/v1/cabinet/${e(cabinet)}/cmd`,
  cabinetAck: (cabinet: string) => `city/v1/cabinet/${e(cabinet)}/ack`,
  cabinetProgram: (cabinet: string) => `city/v1/cabinet/${e(cabinet)}/program`,
  cabinetProgramAck: (cabinet: string) => `city/v1/cabinet/${e(cabinet)}/program/ack`,
  cameraHealth: (camera: string) => `city/v1/cam/${e(camera)}/health`,
  call: (call: string) => `city/v1/call/${e(call)}`,
  callOrder: (call: string) => `city/v1/call/${e(call)}/cmd`,
  cityEvent: () => 'city/v1/event',
  intake: (source: string) => `city/v1/intake/${e(source)}`,
  ack: (source: string) => `city/v1/ack/${e(source)}`,
  dictionary: (district: string) => `room/v1/dict/${e(district)}`,
  streets: (district: string) => `room/v1/streets/${e(district)}`,
  camera: (camera: string) => `room/v1/cam/${e(camera)}`,
  districtFull: (district: string) => `room/v1/dist/${e(district)}/full`,
  districtDelta: (district: string) => `room/v1/dist/${e(district)}/delta`,
  data: (kind: string, id: string) => `room/v1/data/${e(kind)}/${e(id)}`,
  command: (seat: string) => `room/v1/cmd/${e(seat)}`,
  query: (seat: string) => `room/v1/query/${e(seat)}`,
  reply: (seat: string) => `room/v1/rsp/${e(seat)}`,
  event: () => 'room/v1/evt',
  head: () => 'room/v1/head',
  hub: (hub: string) => `room/v1/hub/${e(hub)}`,
  seat: (seat: string) => `room/v1/seat/${e(seat)}`,
  blob: (seat: string) => `room/v1/blob/${e(seat)}`,
  intent: (seat: string) => `room/v1/intent/${e(seat)}`,
  journal: (seat: string) => `room/v1/journal/${e(seat)}`,
} as const;

/** Subscriptions of a whole kind: the id's place taken by `+`. */
export const filters = {
  lampStates: 'city/v1/lamp/+/state',
  lampPresences: 'city/v1/lamp/+/presence',
  lampOrders: 'city/v1/lamp/+/cmd',
  lampAcks: 'city/v1/lamp/+/ack',
  cabinetStates: 'city/v1/cabinet/+/state',
  unitStates: 'city/v1/unit/+/state',
  unitOrders: 'city/v1/unit/+/cmd',
  unitAnswers: 'city/v1/unit/+/ack',
  cabinetOrders: 'city/v1/cabinet/+/cmd',
  cabinetAcks: 'city/v1/cabinet/+/ack',
  cabinetPrograms: 'city/v1/cabinet/+/program',
  cabinetProgramAcks: 'city/v1/cabinet/+/program/ack',
  cameraHealths: 'city/v1/cam/+/health',
  calls: 'city/v1/call/+',
  callOrders: 'city/v1/call/+/cmd',
  intakes: 'city/v1/intake/+',
  acks: 'city/v1/ack/+',
  dictionaries: 'room/v1/dict/+',
  streets: 'room/v1/streets/+',
  cameras: 'room/v1/cam/+',
  districtFulls: 'room/v1/dist/+/full',
  districtDeltas: 'room/v1/dist/+/delta',
  data: 'room/v1/data/+/+',
  commands: 'room/v1/cmd/+',
  queries: 'room/v1/query/+',
  hubs: 'room/v1/hub/+',
  seats: 'room/v1/seat/+',
  blobs: 'room/v1/blob/+',
  intents: 'room/v1/intent/+',
  journals: 'room/v1/journal/+',
} as const;

/**
 * The decoded ids of a topic, in order of the filter's wildcards.
 * @returns undefined where the topic doesn't match, an id's encoding is broken or it can't be one (`ids.ts`)
 */
export function idsOf(filter: string, topic: string): readonly string[] | undefined {
  const want = filter.split('/');
  const have = topic.split('/');
  if (want.length !== have.length) return undefined;
  const ids: string[] = [];
  for (const [i, part] of want.entries()) {
    if (part !== '+') {
      if (part !== have[i]) return undefined;
      continue;
    }
    try {
      const id = decodeSegment(have[i]!);
      if (!ID_CHARACTERS.test(id)) return undefined;
      ids.push(id);
    } catch {
      return undefined;
    }
  }
  return ids;
}
