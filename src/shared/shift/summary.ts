import type { Alarm } from '../alarm/model.ts';
import type { Ticket } from '../ticket/model.ts';
import { isPromised } from '../ticket/promise.ts';
import { byUrgency, isHeld } from '../ticket/urgency.ts';
import { engagedUnits } from '../unit/engaged.ts';
import type { Matter } from './model.ts';

/** An offer that nobody has answered for so long is the supervisor's to see to. */
export const UNANSWERED_MS = 15 * 60_000;

/** Those that a person holds: what must not be left without anybody. Most urgent first. */
export const heldBy = (tickets: Iterable<Ticket>, person: string): readonly Ticket[] =>
  [...tickets].filter((ticket) => isHeld(ticket) && ticket.owner?.person === person).toSorted(byUrgency);

/**
 * What whoever comes must know of: all that a person holds, with units out, promises and steps left out, and what they
 * promised on tickets of others. Most urgent first, all matters of a ticket together; then what they have hidden from the
 * room for a time, the next to come back first.
 */
export function summarise(
  tickets: Iterable<Ticket>,
  alarms: Iterable<Alarm>,
  person: string,
): readonly Matter[] {
  const all = [...tickets];
  const promised = all.filter(
    (ticket) =>
      isPromised(ticket) && ticket.callback?.by.person === person && ticket.owner?.person !== person,
  );
  return [
    ...heldBy(all, person).flatMap(mattersOf),
    ...promised.toSorted(byUrgency).flatMap(promiseOf),
    ...shelvedBy(alarms, person),
  ];
}

const shelvedBy = (alarms: Iterable<Alarm>, person: string): readonly Matter[] =>
  [...alarms]
    .flatMap(({ id, title, shelved }) =>
      shelved?.by.person === person
        ? [{ kind: 'shelved', alarm: id, title, until: shelved.until } as const]
        : [],
    )
    .toSorted((a, b) => a.until.localeCompare(b.until));

const promiseOf = ({ id, callback }: Ticket): readonly Matter[] =>
  callback === undefined ? [] : [{ kind: 'promise', ticket: id, due: callback.due }];

function mattersOf(ticket: Ticket): readonly Matter[] {
  const { id, handoverTo, steps = [] } = ticket;
  const units = engagedUnits(ticket);
  const left = steps.filter(({ state }) => state === 'skipped');
  const skipped = {
    kind: 'skipped',
    ticket: id,
    steps: left.map(({ step }) => step.text),
    motives: left.map(({ motive = '' }) => motive),
  } as const;
  return [
    { kind: 'ticket', ticket: id, ...(handoverTo === undefined ? {} : { asked: handoverTo }) },
    ...(units.length > 0 ? [{ kind: 'units', ticket: id, units } as const] : []),
    ...(isPromised(ticket) ? promiseOf(ticket) : []),
    ...(left.length > 0 ? [skipped] : []),
  ];
}
