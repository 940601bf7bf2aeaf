import type { OutboxItem } from '../../../shared/ipc/model.ts';
import type { Person } from '../../../shared/rights/model.ts';
import { TICKET_KINDS, type TicketKindId } from '../../../shared/ticket/kinds.ts';
import type { Ticket, TicketEvent } from '../../../shared/ticket/model.ts';
import { SEAT_GONE } from '../../../shared/ticket/seat-gone.ts';
import type { RoomUnit } from '../../../shared/unit/model.ts';
import { type DeskOp, StepArgs } from '../../../shared/wire/command.ts';
import { millis } from '../../../shared/wire/time.ts';
import { clockMinute, clockTime, type Translate } from '../../lib/i18n/index.tsx';
import { nameOf } from '../session/index.ts';
import { AMENDABLE, type Amendable } from './amend/amendment.ts';
import { lampEventWords } from './lamp-words.ts';
import type { Row, Viewer } from './model.ts';

/** What turning desk facts into sentences needs. */
export interface Speaker {
  readonly t: Translate;
  readonly viewer: Viewer;
  readonly people: readonly Person[];
  /** those that the room knows: they are called by their call signs */
  readonly units?: ReadonlyMap<string, RoomUnit>;
}

/** « 0417 » of « INT-2411-0417 »: how a ticket is called aloud. */
export const shortRef = (ticket: { readonly ref?: string | undefined } | undefined, t: Translate): string =>
  ticket?.ref?.split('-').at(-1) ?? t('desk.noRef');

/** « vous », a colleague's short name, or the room where nobody is named. */
export function whoIs({ t, viewer, people }: Speaker, person: string | undefined): string {
  if (person === undefined) return t('desk.who.room');
  return person === viewer.me?.id ? t('desk.who.you') : nameOf(people, person);
}

/** Who or what did it: a ticket that nobody opened was by a call, a resident, a fault or another service. */
function actorOf(speaker: Speaker, { type, person, patch: { source } }: TicketEvent): string {
  if (type !== 'ticket.created' || person !== undefined || !source) return whoIs(speaker, person);
  return speaker.t(`desk.opener.${source.kind}`, { system: source.system });
}

export function ownerOf(speaker: Speaker, row: Row): string {
  const { owner, acknowledgedBy } = row.ticket;
  if (owner === undefined) return speaker.t(acknowledgedBy === undefined ? 'desk.free' : 'desk.freeHeard');
  return row.mine ? speaker.t('desk.you') : nameOf(speaker.people, owner.person);
}

export function kindOf(t: Translate, kind: string): string {
  if (kind === 'call') return t('desk.kind.call');
  const known = TICKET_KINDS.find(({ id }) => id === kind);
  return known === undefined ? kind : t(`desk.kind.${known.id as TicketKindId}`);
}

/** « Alimentation revenue à 08:07 »: what devices told of is over. */
export const returnedWords = (t: Translate, { at, condition }: NonNullable<Ticket['returned']>): string =>
  t(`desk.returned.${condition}`, { time: clockMinute(millis(at)) });

/** « appel de 03:03:30 » */
export function sourceOf(t: Translate, { source, openedAt }: Ticket): string {
  return t(`desk.source.${source.kind}`, { time: clockTime(millis(openedAt)), system: source.system });
}

/** « lieu, nature »: what a correction touches. */
export const fieldNames = (t: Translate, fields: readonly Amendable[]): string =>
  fields.map((field) => t(`desk.field.${field}`)).join(', ');

const amended = (t: Translate, patch: object): string =>
  fieldNames(
    t,
    AMENDABLE.filter((field) => field in patch),
  );

/** « PM 12 »; units told by voice may be known by what was written only. */
const callSignOf = ({ units }: Speaker, id: string): string => units?.get(id)?.callSign ?? id;

/** Those that this event put on the ticket, or told anew: it carries all that were there already too. */
function assignedBy({ cmd, at, madeAt, patch: { units, assignments } }: TicketEvent): readonly string[] {
  const done = madeAt ?? at;
  const sent = assignments?.filter((one) =>
    one.state === 'byVoice' ? one.at === done : cmd !== undefined && one.cmd === cmd,
  );
  return sent === undefined || sent.length === 0 ? (units ?? []) : sent.map(({ unit }) => unit);
}

/** Chosen, and told by nobody so far. */
const isUntold = ({ cmd, patch: { assignments } }: TicketEvent): boolean =>
  cmd !== undefined && assignments?.some((one) => one.cmd === cmd && one.state === 'untold') === true;

/** What the unit that an event is about has said. */
const answerOf = ({ unit, patch }: TicketEvent): string =>
  patch.assignments?.find((one) => one.unit === unit)?.state ?? '';

/** Whether that unit has heard that it need go no further. */
const recallOf = ({ unit, patch }: TicketEvent): string =>
  patch.assignments?.find((one) => one.unit === unit)?.recall?.state ?? '';

/** The mandatory steps that a closing left out. */
const skippedBy = ({ type, cmd, patch: { steps } }: TicketEvent): readonly string[] =>
  type === 'ticket.closed'
    ? (steps ?? []).filter((mark) => mark.cmd === cmd).map(({ step }) => step.text)
    : [];

/** An event in one sentence, with its note or motive where it has one. */
export function eventWords(speaker: Speaker, event: TicketEvent): string {
  const { t, people } = speaker;
  if (event.person === undefined && event.motive === SEAT_GONE) return t('desk.event.seatGone');
  const ofLamps = lampEventWords(t, event, actorOf(speaker, event));
  if (ofLamps !== undefined) return ofLamps;
  const { priority, outcome, handoverTo, callback, returned } = event.patch;
  const sentence = t(`desk.event.${event.type}`, {
    who: actorOf(speaker, event),
    mine: event.person !== undefined && event.person === speaker.viewer.me?.id ? 'yes' : 'no',
    to: handoverTo === undefined || handoverTo === null ? '' : nameOf(people, handoverTo),
    priority: priority ?? '',
    outcome: outcome === undefined || outcome === null ? '' : t(`desk.outcome.${outcome}`),
    units: assignedBy(event)
      .map((id) => callSignOf(speaker, id))
      .join(', '),
    due: callback ? clockTime(millis(callback.due)) : '',
    voice: event.byVoice === true ? 'yes' : isUntold(event) ? 'untold' : 'no',
    unit: event.unit === undefined ? '' : callSignOf(speaker, event.unit),
    answer: answerOf(event),
    recall: recallOf(event),
    subject: event.subject ?? '',
    answered: event.answer === undefined ? 'no' : 'yes',
    choice: event.answer ?? '',
    returned: returned ? returnedWords(t, returned) : '',
    what: [event.patch.title, event.patch.place?.label].filter(Boolean).join(', '),
  });
  const what = event.type === 'ticket.amended' ? amended(t, event.patch) : '';
  if (what !== '') return t('desk.withFields', { sentence, fields: what });
  const left = skippedBy(event);
  const whole =
    left.length === 0
      ? sentence
      : t('desk.event.closedWithout', {
          sentence,
          n: left.length,
          steps: left.join(', '),
          motive: event.motive ?? '',
        });
  const said = event.note ?? (left.length === 0 ? event.motive : undefined);
  return said === undefined ? whole : t('desk.event.withNote', { sentence: whole, note: said });
}

/** What stands in the way of a file, by the field that the hub names. */
const FILE_FIELDS = ['args.size', 'args.attachment', 'attachments'] as const;

/** Why the room would not have a command, and the field at fault; nothing where it has not said. */
export function refusalWords(
  t: Translate,
  { code, field }: Pick<OutboxItem, 'code' | 'field'>,
): string | undefined {
  if (code === undefined) return undefined;
  // It is no right that is missing, and the field's name would say nothing.
  if (code === 'FORBIDDEN' && field === 'session') return t('desk.code.noSession');
  if (code === 'FORBIDDEN' && field === 'madeAt') return t('desk.code.beforeSession');
  if (code === 'FORBIDDEN' && field === 'role') return t('desk.code.FORBIDDEN');
  if (code === 'BAD_STATE' && field === 'callback') return t('desk.code.promised');
  const ofFile = FILE_FIELDS.find((one) => one === field);
  if (ofFile !== undefined) return t(`files.code.${ofFile}`);
  if (code === 'INVALID' && field === 'args.skipped') return t('desk.code.stepsOwed');
  if (code === 'INVALID' && field === 'motive') return t('desk.code.motive');
  if (code === 'EXPIRED') return t('desk.code.EXPIRED');
  return [t(`desk.code.${code}`), field].filter(Boolean).join(' · ');
}

/** « Prendre en charge », « Étape « Couper la circulation » faite » */
export const opWords = (t: Translate, item: Pick<OutboxItem, 'op' | 'args'>): string =>
  item.op === 'ticket.step'
    ? stepWords(t, item)
    : t(`desk.op.${item.op as DeskOp}`, {
        title: String(item.args.title ?? ''),
        name: String(item.args.name ?? ''),
      });

/** « Prendre en charge », « Note : pompiers sur place » */
export function commandWords(t: Translate, item: Pick<OutboxItem, 'op' | 'args'>): string {
  const name = opWords(t, item);
  const what = item.op === 'ticket.amend' ? amended(t, item.args) : '';
  if (what !== '') return t('desk.withFields', { sentence: name, fields: what });
  const text = item.args.text ?? item.args.note;
  return typeof text === 'string' && text !== ''
    ? t('desk.event.withNote', { sentence: name, note: text })
    : name;
}

function stepWords(t: Translate, { args }: Pick<OutboxItem, 'args'>): string {
  const { data } = StepArgs.safeParse(args);
  const answer = data?.mark === 'done' ? data.answer?.label : undefined;
  return t('desk.op.ticket.step', {
    step: data?.step.text ?? '',
    mark: data?.mark ?? 'none',
    answered: answer === undefined ? 'no' : 'yes',
    answer: answer ?? '',
  });
}
