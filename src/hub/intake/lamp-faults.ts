import type { AlarmId, CabinetId, TicketId } from '../../shared/ids.ts';
import { type Instant, instant } from '../../shared/wire/time.ts';
import { readAlarm, readTicketless } from '../alarms/alarm-rows.ts';
import { alarmIdOf, factsOf } from '../alarms/fault-alarm.ts';
import type { AlarmKeeper } from '../alarms/keeper.ts';
import { tellReturned, tellTicket } from '../alarms/tell-ticket.ts';
import type { FaultExtent } from '../lighting/extent.ts';
import type { FaultGroups } from '../lighting/fault-groups.ts';
import { type FaultChanges, isGroup, type LastingFault } from '../lighting/lasting-fault.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tables.ts';
import type { Unit } from '../store/unit.ts';
import { faultReport, lightingSource } from './drafts.ts';
import { type IntakeContext, knownTicket, openAlready, openOnce } from './open.ts';
import type { Words } from './words.ts';

/** As earlier versions wrote it: of one cabinet at most. */
type OldFault = Omit<LastingFault, 'cabinets' | 'declared'> & {
  readonly cabinet?: CabinetId;
  readonly declared: boolean;
};

function asRead(json: string): LastingFault {
  const row = JSON.parse(json) as LastingFault | OldFault;
  if ('cabinets' in row) return row;
  const { cabinet, declared, ...rest } = row;
  const cabinets = cabinet === undefined ? [] : [cabinet];
  return { ...rest, cabinets, declared: declared ? cabinets : [] };
}

/** The faults that lasted when the hub last stopped. */
export async function readLasting(store: Store): Promise<readonly LastingFault[]> {
  const rows = await store.db.selectFrom('lamp_fault').select('json').execute();
  return rows.map(({ json }) => asRead(json));
}

const AT_ONCE = 50;

export interface LampFaultOptions {
  readonly store: Store;
  readonly groups: Pick<FaultGroups, 'take'>;
  readonly alarms: AlarmKeeper;
  readonly extentOf: (fault: LastingFault) => FaultExtent;
  readonly context: IntakeContext;
  readonly words: Words;
  /** faults have been written down: their tickets may have changed, though none was opened */
  readonly committed: () => void;
}

/**
 * Turns lasting lamp faults into tickets, those of what feeds lamps into alarms beside, and remembers which ones last:
 * in one transaction each time.
 */
export class LampFaultDesk {
  readonly #on: LampFaultOptions;
  /** not yet written: the disk was full, say */
  #unsaved: FaultChanges[] = [];

  constructor(options: LampFaultOptions) {
    this.#on = options;
  }

  /**
   * To be called every few seconds, one call at a time.
   * @returns how many tickets were opened
   * @throws StorageError; the next call tries again
   */
  async look(now: number): Promise<number> {
    const changes = this.#on.groups.take(now);
    if (changes.began.length + changes.joined.length + changes.ended.length > 0) this.#unsaved.push(changes);
    let opened = 0;
    for (let next = this.#unsaved[0]; next !== undefined; next = this.#unsaved[0]) {
      opened += await this.#save(next, now);
      this.#unsaved.shift();
      this.#on.committed();
    }
    return opened + (await this.#openUncovered(instant(now)));
  }

  async #save({ began, joined, ended }: FaultChanges, now: number): Promise<number> {
    const { store, alarms, extentOf } = this.#on;
    const at = instant(now);
    await store.write(async (unit) => {
      for (const key of ended) {
        const row = { key, ...(await takeAway(unit.tx, key)) };
        if (isGroup(row)) await this.#end(unit, alarmIdOf(row), at);
        else await tellReturned(unit, { ticket: await ticketOf(unit, row), condition: 'broken' }, at);
      }
      for (const fault of joined) {
        await keep(unit.tx, fault);
        const extent = extentOf(fault);
        const { draft } = this.#reportOf(fault, extent);
        const before = await alarms.grow(unit, alarmIdOf(fault), factsOf(fault, extent, draft), at);
        if (before !== undefined) await tellTicket(unit, before, draft, at);
      }
    });
    let opened = 0;
    // Some at a time: commands of seats want their turn while half a city fails.
    for (let from = 0; from < began.length; from += AT_ONCE)
      opened += await this.#openAll(began.slice(from, from + AT_ONCE), at);
    return opened;
  }

  /** Its ticket says so, too: nobody goes out for what has come back by itself, and yet it stays theirs to close. */
  async #end(unit: Unit, id: AlarmId, at: Instant): Promise<void> {
    const before = await readAlarm(unit.tx, id);
    await this.#on.alarms.end(unit, id, at);
    if (before?.active === true) await tellReturned(unit, before, at);
  }

  #openAll(began: readonly LastingFault[], at: Instant): Promise<number> {
    const { store, context } = this.#on;
    return store.write(async (unit) => {
      let opened = 0;
      for (const fault of began) {
        await keep(unit.tx, fault);
        if (isGroup(fault)) opened += await this.#raise(unit, fault, at);
        else if ((await openOnce(unit, this.#reportOf(fault), at, context)).opened) opened += 1;
      }
      return opened;
    });
  }

  /** @returns how many tickets that opened */
  async #raise(unit: Unit, fault: LastingFault, at: Instant): Promise<0 | 1> {
    const { alarms, extentOf, context } = this.#on;
    const extent = extentOf(fault);
    const report = this.#reportOf(fault, extent);
    const id = alarmIdOf(fault);
    const wanted = await alarms.ticketFor(unit, id);
    const facts = factsOf(fault, extent, report.draft);
    if (wanted === 'new') {
      const { ticket, opened } = await openOnce(unit, report, at, context);
      await alarms.raise(unit, id, facts, ticket, at);
      return opened ? 1 : 0;
    }
    if (wanted !== 'none') {
      await openAlready(unit, report, wanted);
      const last = await readAlarm(unit.tx, id);
      if (last !== undefined) await tellTicket(unit, last, report.draft, at);
    }
    await alarms.raise(unit, id, facts, wanted === 'none' ? undefined : wanted, at);
    return 0;
  }

  /** Alarms that began while they were hidden, and are seen now: each wants its ticket. */
  async #openUncovered(at: Instant): Promise<number> {
    const { store, alarms, context } = this.#on;
    const bare = await readTicketless(store.db);
    if (bare.length === 0) return 0;
    return store.write(async (unit) => {
      let opened = 0;
      for (const alarm of bare) {
        const row = await unit.tx
          .selectFrom('lamp_fault')
          .select('json')
          .where('fault_key', '=', alarm.id)
          .executeTakeFirst();
        if (row === undefined) continue;
        const answer = await openOnce(unit, this.#reportOf(asRead(row.json)), at, context);
        await alarms.give(unit, alarm.id, answer.ticket, at);
        if (answer.opened) opened += 1;
      }
      return opened;
    });
  }

  #reportOf(fault: LastingFault, extent = this.#on.extentOf(fault)) {
    return faultReport(fault, extent, this.#on.words);
  }
}

/** @returns by what its ticket is found */
async function takeAway(tx: Tx, key: string): Promise<{ readonly sourceId?: string }> {
  const row = await tx
    .selectFrom('lamp_fault')
    .select('source_id')
    .where('fault_key', '=', key)
    .executeTakeFirst();
  await tx.deleteFrom('lamp_fault').where('fault_key', '=', key).execute();
  return row === undefined ? {} : { sourceId: row.source_id };
}

const ticketOf = async (
  unit: Unit,
  { sourceId }: { readonly sourceId?: string },
): Promise<TicketId | undefined> =>
  sourceId === undefined
    ? undefined
    : knownTicket(unit, { channel: 'lighting', source: lightingSource(sourceId) });

async function keep(tx: Tx, fault: LastingFault): Promise<void> {
  const row = { source_id: fault.sourceId, json: JSON.stringify(fault) };
  await tx
    .insertInto('lamp_fault')
    .values({ fault_key: fault.key, ...row })
    .onConflict((oc) => oc.column('fault_key').doUpdateSet(row))
    .execute();
}
