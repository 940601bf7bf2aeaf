import type { Alarm } from '../../shared/alarm/model.ts';
import { reduceAlarm } from '../../shared/alarm/reduce.ts';
import type { AlarmId, TicketId } from '../../shared/ids.ts';
import { type Instant, instant, millis } from '../../shared/wire/time.ts';
import { journalize } from '../journal/journalize.ts';
import { endAlarm, keepAlarm } from '../past/alarms.ts';
import type { Store } from '../store/store.ts';
import type { Unit } from '../store/unit.ts';
import { readTicket } from '../tickets/read.ts';
import { readAlarm, readDue, removeAlarm, writeAlarm } from './alarm-rows.ts';
import { type AlarmFacts, firstAlarm } from './fault-alarm.ts';

/** A normal alarm is shown for so long: an hour is what loads and chattering are counted over. */
const NORMAL_MS = 3_600_000;

/** Keeps alarms beside the faults they tell of, each change within the transaction that makes it. */
export class AlarmKeeper {
  readonly #touch: (id: AlarmId) => void;
  readonly #shelfMinutes: number;

  /**
   * @param touch names an alarm that a transaction changes
   * @param shelfMinutes how long one may be shelved at most
   */
  constructor(touch: (id: AlarmId) => void, shelfMinutes: number) {
    this.#touch = touch;
    this.#shelfMinutes = shelfMinutes;
  }

  /**
   * Whether a condition that begins wants a ticket, and which: none while its alarm is hidden, its last one where that
   * is not closed yet, so that what comes and goes opens no heap of them.
   */
  async ticketFor(unit: Unit, id: AlarmId): Promise<'new' | 'none' | TicketId> {
    const alarm = await readAlarm(unit.tx, id);
    const standing = alarm === undefined ? undefined : (await withOpenTicket(unit, alarm)).ticket;
    if (standing !== undefined) return standing;
    return alarm?.state === 'shelved' || alarm?.state === 'outOfService' ? 'none' : 'new';
  }

  /** The condition began. */
  async raise(
    unit: Unit,
    id: AlarmId,
    facts: AlarmFacts,
    ticket: TicketId | undefined,
    at: Instant,
  ): Promise<void> {
    const known = await readAlarm(unit.tx, id);
    const { ticket: _last, ...alarm } = known ?? firstAlarm(id, facts, undefined, at, this.#shelfMinutes);
    const next: Alarm = {
      ...alarm,
      ...facts,
      ...(ticket === undefined ? {} : { ticket }),
      shelfMinutes: this.#shelfMinutes,
    };
    await this.#write(
      unit,
      known === undefined ? next : (reduceAlarm(next, { type: 'raised', at }) ?? next),
      at,
    );
    await journalize(unit, {
      at,
      action: 'alarm.raised',
      target: `alarm:${id}`,
      payload: { lamps: facts.lamps },
    });
  }

  /**
   * More lamps or cabinets belong to it: the same alarm, which says so.
   * @returns the alarm as it was; undefined where it has not grown
   */
  async grow(unit: Unit, id: AlarmId, facts: AlarmFacts, at: Instant): Promise<Alarm | undefined> {
    const known = await readAlarm(unit.tx, id);
    if (known === undefined || facts.lamps <= known.lamps) return undefined;
    await this.#write(unit, { ...known, ...facts }, at);
    return known;
  }

  /** The condition has ended. */
  async end(unit: Unit, id: AlarmId, at: Instant): Promise<void> {
    const known = await readAlarm(unit.tx, id);
    if (known === undefined) return;
    const next = reduceAlarm(known, { type: 'returned', at });
    if (next === undefined || next === known) return;
    await this.#write(unit, next, at);
    await endAlarm(unit.tx, id, at);
    await journalize(unit, { at, action: 'alarm.returned', target: `alarm:${id}` });
  }

  /** A ticket for an alarm that was hidden when it began. */
  async give(unit: Unit, id: AlarmId, ticket: TicketId, at: Instant): Promise<void> {
    const alarm = await readAlarm(unit.tx, id);
    if (alarm !== undefined) await this.#write(unit, { ...alarm, ticket }, at);
  }

  /**
   * Ends shelves whose time is up, and takes away what has long been normal. To be called every few seconds, and over
   * restarts: the store says until when.
   * @throws StorageError; the next call tries again
   */
  async look(store: Store, now: number): Promise<void> {
    const at = instant(now);
    const shelves = await readDue(store.db, 'shelved', at);
    const old = await readDue(store.db, 'normal', instant(now - NORMAL_MS));
    if (shelves.length + old.length === 0) return;
    await store.write(async (unit) => {
      for (const { id } of shelves) await this.#endShelf(unit, id, at);
      for (const { id } of old) await this.#takeAway(unit, id, now);
    });
  }

  /** @param id as read before this transaction: somebody may have acted since */
  async #endShelf(unit: Unit, id: AlarmId, at: Instant): Promise<void> {
    const alarm = await readAlarm(unit.tx, id);
    const next = alarm && reduceAlarm(alarm, { type: 'shelfEnded', at });
    if (next === undefined || next === alarm) return;
    await this.#write(unit, await withOpenTicket(unit, next), at);
    await journalize(unit, { at, action: 'alarm.shelfEnded', target: `alarm:${id}` });
  }

  async #takeAway(unit: Unit, id: AlarmId, now: number): Promise<void> {
    const alarm = await readAlarm(unit.tx, id);
    const since = millis(alarm?.returnedAt ?? instant(now));
    if (alarm?.state !== 'normal' || now - since < NORMAL_MS) return;
    await removeAlarm(unit.tx, id);
    this.#touch(id);
  }

  async #write(unit: Unit, alarm: Alarm, at: Instant): Promise<void> {
    await writeAlarm(unit.tx, alarm, at);
    await keepAlarm(unit.tx, alarm);
    this.#touch(alarm.id);
  }
}

/** A ticket that is closed is no longer the alarm's: whatever comes next opens another. */
export async function withOpenTicket(unit: Unit, alarm: Alarm): Promise<Alarm> {
  if (alarm.ticket === undefined) return alarm;
  const ticket = await readTicket(unit.tx, alarm.ticket);
  if (ticket !== undefined && ticket.state !== 'closed') return alarm;
  const { ticket: _closed, ...without } = alarm;
  return without;
}
