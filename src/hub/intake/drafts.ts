import type { TicketDraft, TicketSource } from '../../shared/ticket/model.ts';
import { type Call, type CityEvent, type Intake, TELEPHONY } from '../../shared/wire/intake.ts';
import type { FaultExtent } from '../lighting/extent.ts';
import { conditionOf, isGroup, type LastingFault } from '../lighting/lasting-fault.ts';
import type { Words } from './words.ts';

/** What shall open a ticket, and the key by which the same report never opens two. */
export interface Report {
  /** which door it came through: sources of different doors don't share their ids */
  readonly channel: 'call' | 'event' | 'intake' | 'lighting';
  readonly source: TicketSource;
  readonly draft: TicketDraft;
}

const TITLE = 160;
const LABEL = 300;
const DESCRIPTION = 4_000;
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const callSource = (callId: string): TicketSource => ({ kind: 'call', system: TELEPHONY, sourceId: callId });

/** What a call centre has handed over with its call. */
export function callReport(call: Call, words: Words): Report {
  const { callId, number, transfer } = call;
  if (transfer === undefined) return lineReport(call, 'answered', words);
  const caller = transfer.caller === undefined && number !== undefined ? { caller: { number } } : {};
  return { channel: 'call', source: callSource(callId), draft: { ...transfer, ...caller } };
}

/** A call of which no more is known than who rings; that it was missed says what is to be done. */
export function lineReport(
  { callId, number, line }: Pick<Call, 'callId' | 'number' | 'line'>,
  how: 'answered' | 'missed',
  words: Words,
): Report {
  const draft: TicketDraft = {
    title: cut(how === 'missed' ? words.missedCall(number) : words.call(number), TITLE),
    kind: 'call',
    service: 'citizens',
    priority: 3,
    place: { label: words.placeUnknown },
    ...(line === undefined ? {} : { description: words.line(line) }),
    ...(number === undefined ? {} : { caller: { number } }),
  };
  return { channel: 'call', source: callSource(callId), draft };
}

export const eventReport = ({ source, sourceId, kind, report }: CityEvent): Report => ({
  channel: 'event',
  source: { kind: kind === 'fault' ? 'fault' : 'service', system: source, sourceId },
  draft: report,
});

export const intakeReport = (source: string, { sourceId, report }: Intake): Report => ({
  channel: 'intake',
  source: { kind: 'citizen', system: source, sourceId },
  draft: report,
});

/** A ticket names this many devices at most. */
const DEVICES = 200;

/** Cabinets that a description names; the others are counted. */
const NAMED = 12;

/** What a fault of the lighting is known by. */
export const lightingSource = (sourceId: string): TicketSource => ({
  kind: 'fault',
  system: 'lighting',
  sourceId,
});

/** Where it is stands in the ticket's place only: lists show both lines. */
export function faultReport(fault: LastingFault, extent: FaultExtent, words: Words): Report {
  const { cabinets, lamps, sourceId } = fault;
  const { at } = extent;
  const [street, ...others] = extent.streets;
  const grouped = isGroup(fault);
  const around = (name: string) =>
    cut(cabinets.length > 1 ? words.aroundAnd(name, others.length) : words.around(name), LABEL);
  const known = street === undefined || !grouped ? street : around(street);
  const [cabinet] = cabinets;
  const condition = conditionOf(fault);
  const one = condition === 'burning' ? words.clockDetail : words.feederDetail;
  const detail =
    cabinet === undefined || cabinets.length === 1 || condition === 'burning'
      ? one(cabinets.slice(0, NAMED).join(', ') || '?')
      : words.feedersDetail(cabinets.length, cabinets.slice(0, NAMED), condition === 'supply');
  return {
    channel: 'lighting',
    source: lightingSource(sourceId),
    draft: {
      title: grouped ? words.failed[condition](extent.lamps) : words.lampFailed,
      kind: grouped ? 'feederFault' : 'lampFault',
      service: 'lighting',
      // Nobody is in the dark where lamps burn by day.
      priority: grouped ? (condition === 'burning' ? 3 : 2) : 4,
      place: {
        label: known ?? words.placeUnknown,
        ...(at === undefined ? {} : { position: at.position }),
        ...(street === undefined ? {} : { street }),
        ...(at?.commune === undefined ? {} : { commune: at.commune }),
      },
      ...(grouped ? { description: cut(detail, DESCRIPTION) } : {}),
      ...(lamps.length === 0 ? {} : { devices: lamps.slice(0, DEVICES) }),
    },
  };
}
