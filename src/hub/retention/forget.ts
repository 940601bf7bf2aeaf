import { seal } from '../../node/journal/chain.ts';
import type { JournalEntry } from '../../shared/wire/journal.ts';
import { dropReferencesOf } from '../files/references.ts';
import { FORGOTTEN } from '../query/answer.ts';
import { RELAYED } from '../relay/relay.ts';
import type { Tx } from '../store/tables.ts';
import type { Cutoffs } from './rule.ts';

/** Takes away some of what is due, oldest first, in the transaction it is given. @returns how many rows */
export type Forget = (tx: Tx, due: Cutoffs, most: number) => Promise<number>;

const commands: Forget = async (tx, due, most) => {
  const old = tx.selectFrom('command').select('cmd').where('at', '<', due.commands).orderBy('at').limit(most);
  const { numDeletedRows } = await tx
    .deleteFrom('command')
    .where('cmd', 'in', old)
    .where('at', '<', due.commands) // another seat may have used the same id since
    .executeTakeFirst();
  return Number(numDeletedRows);
};

/**
 * Events of tickets that are long closed. Those of a ticket in work stay, for its timeline, and so does what the relay
 * has not published. The last one that went is marked: who asks for what came before takes a snapshot.
 */
const events: Forget = async (tx, due, most) => {
  const relayed = tx.selectFrom('mark').select('seq').where('name', '=', RELAYED);
  // The sequence is in order of time: past the first that is young there is nothing to look at.
  const young = await tx
    .selectFrom('event')
    .select('seq')
    .where('at', '>=', due.events)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  const rows = await tx
    .selectFrom('event')
    .leftJoin('ticket', 'ticket.id', 'event.target_id')
    .select(['event.seq', 'event.target_id'])
    .where('event.seq', '<=', relayed)
    .$if(young !== undefined, (query) => query.where('event.seq', '<', young!.seq))
    .where((eb) => eb.or([eb('ticket.id', 'is', null), eb('ticket.closed_at', '<', due.events)]))
    .orderBy('event.seq')
    .limit(most)
    .execute();
  const last = rows.at(-1)?.seq;
  if (last === undefined) return 0;
  const seqs = rows.map(({ seq }) => seq);
  await tx.deleteFrom('event').where('seq', 'in', seqs).execute();
  // What was written on a ticket is found no longer than it can be read.
  const about = rows.map(({ target_id }) => target_id);
  await tx.updateTable('ticket_text').set({ said: '' }).where('id', 'in', about).execute();
  await tx.deleteFrom('advice').where('seq', 'in', seqs).execute();
  await tx
    .insertInto('mark')
    .values({ name: FORGOTTEN, seq: last })
    .onConflict((oc) => oc.column('name').doUpdateSet({ seq: last }).where('mark.seq', '<', last))
    .execute();
  return rows.length;
};

/** Answers that the broker has taken; what still waits is not forgotten. */
const answers: Forget = async (tx, due, most) => {
  const old = tx.selectFrom('answer').select('n').where('sent_at', '<', due.events).orderBy('n').limit(most);
  const { numDeletedRows } = await tx.deleteFrom('answer').where('n', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

/** What opened a ticket stays known without it: the same report again still opens none. */
const tickets: Forget = async (tx, due, most) => {
  const old = await tx
    .selectFrom('ticket')
    .select('id')
    .where('state', '=', 'closed')
    .where('closed_at', '<', due.personal)
    .orderBy('closed_at')
    .limit(most)
    .execute();
  if (old.length === 0) return 0;
  const ids = old.map(({ id }) => id);
  await tx.deleteFrom('ticket_text').where('id', 'in', ids).execute();
  await dropReferencesOf(tx, ids);
  const { numDeletedRows } = await tx.deleteFrom('ticket').where('id', 'in', ids).executeTakeFirst();
  return Number(numDeletedRows);
};

/** Of a journal entry its number and hashes stay: the chain of it all still verifies. */
const journal: Forget = async (tx, due, most) => {
  const rows = await tx
    .selectFrom('journal')
    .select(['writer', 'n', 'json'])
    .where('at', '>', '')
    .where('at', '<', due.personal)
    .orderBy('at')
    .limit(most)
    .execute();
  for (const { writer, n, json } of rows)
    await tx
      .updateTable('journal')
      .set({ at: '', action: '', json: JSON.stringify(seal(JSON.parse(json) as JournalEntry)) })
      .where('writer', '=', writer)
      .where('n', '=', n)
      .execute();
  return rows.length;
};

const sessions: Forget = async (tx, due, most) => {
  const old = tx.selectFrom('session').select('id').where('closed_at', '<', due.personal).limit(most);
  const { numDeletedRows } = await tx.deleteFrom('session').where('id', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

/** All records of who left long ago; of who is here the former ones judge late commands. */
const people: Forget = async (tx, due, most) => {
  const left = await tx
    .selectFrom('person as p')
    .select('p.id')
    .where('p.json', 'is', null)
    .where('p.since', '<', due.personal)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person as q')
            .select('q.id')
            .whereRef('q.id', '=', 'p.id')
            .whereRef('q.since', '>', 'p.since'),
        ),
      ),
    )
    .limit(most)
    .execute();
  if (left.length === 0) return 0;
  const ids = left.map(({ id }) => id);
  const { numDeletedRows } = await tx.deleteFrom('person').where('id', 'in', ids).executeTakeFirst();
  return Number(numDeletedRows);
};

/** Handovers that were answered; one that waits stays. */
const shifts: Forget = async (tx, due, most) => {
  const old = tx
    .selectFrom('shift')
    .select('id')
    .where('state', '!=', 'offered')
    .where('at', '<', due.personal)
    .limit(most);
  const { numDeletedRows } = await tx.deleteFrom('shift').where('id', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

/** Refusals of which somebody has taken note. */
const refusals: Forget = async (tx, due, most) => {
  const old = tx.selectFrom('refusal').select('id').where('seen_at', '<', due.personal).limit(most);
  const { numDeletedRows } = await tx.deleteFrom('refusal').where('id', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

/** Who laid an order over whose, seen or not. */
const preemptions: Forget = async (tx, due, most) => {
  const old = tx.selectFrom('lamp_preemption').select('id').where('at', '<', due.personal).limit(most);
  const { numDeletedRows } = await tx.deleteFrom('lamp_preemption').where('id', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

/** An hour goes whole, all districts of it. */
const energyHours: Forget = async (tx, due, most) => {
  const old = tx
    .selectFrom('energy_hour')
    .select('at')
    .where('at', '<', due.energyHours)
    .orderBy('at')
    .limit(most);
  const { numDeletedRows } = await tx.deleteFrom('energy_hour').where('at', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

const energyDays: Forget = async (tx, due, most) => {
  const before = due.energyDays.slice(0, 10);
  const old = tx.selectFrom('energy_day').select('day').where('day', '<', before).orderBy('day').limit(most);
  const { numDeletedRows } = await tx.deleteFrom('energy_day').where('day', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

/** An hour goes whole, all districts of it, few at a time: a row is some thousands of bytes. */
const HOURS_AT_ONCE = 6;

const lampHistory: Forget = async (tx, due, most) => {
  const old = tx
    .selectFrom('lamp_history')
    .select('at')
    .distinct()
    .where('at', '<', due.lampHistory)
    .orderBy('at')
    .limit(Math.min(most, HOURS_AT_ONCE));
  const { numDeletedRows } = await tx.deleteFrom('lamp_history').where('at', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

const passageHours: Forget = async (tx, due, most) => {
  const old = tx
    .selectFrom('passage_hour')
    .select('at')
    .distinct()
    .where('at', '<', due.passageHours)
    .orderBy('at')
    .limit(most);
  const { numDeletedRows } = await tx.deleteFrom('passage_hour').where('at', 'in', old).executeTakeFirst();
  return Number(numDeletedRows);
};

/** As long as the nights that they were in. */
const alarmsPast: Forget = async (tx, due, most) => {
  const old = tx
    .selectFrom('alarm_past')
    .select('raised_at')
    .where('returned_at', '<', due.lampHistory)
    .orderBy('raised_at')
    .limit(most);
  const { numDeletedRows } = await tx
    .deleteFrom('alarm_past')
    .where('raised_at', 'in', old)
    .where('returned_at', '<', due.lampHistory)
    .executeTakeFirst();
  return Number(numDeletedRows);
};

/** Events before their tickets: what belongs to a ticket that is here is judged by it. */
export const FORGETS = {
  commands,
  events,
  answers,
  tickets,
  journal,
  sessions,
  shifts,
  refusals,
  preemptions,
  people,
  energyHours,
  energyDays,
  lampHistory,
  passageHours,
  alarmsPast,
} as const;
export type Forgettable = keyof typeof FORGETS;
