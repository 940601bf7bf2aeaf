import type { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import { instant } from '../../shared/wire/time.ts';
import type { FaultChanges, FaultGroups, LastingFault } from '../lighting/fault-groups.ts';
import type { Store } from '../store/store.ts';
import type { Tx } from '../store/tables.ts';
import { faultReport } from './drafts.ts';
import { type IntakeContext, openOnce } from './open.ts';
import type { Words } from './words.ts';

/** The faults that lasted when the hub last stopped. */
export async function readLasting(store: Store): Promise<readonly LastingFault[]> {
  const rows = await store.db.selectFrom('lamp_fault').select('json').execute();
  return rows.map(({ json }) => JSON.parse(json) as LastingFault);
}

const AT_ONCE = 50;

/** Turns lasting lamp faults into tickets and remembers which ones last, in one transaction each time. */
export class LampFaultDesk {
  readonly #store: Store;
  readonly #groups: FaultGroups;
  readonly #lampOf: (fault: LastingFault) => DictionaryLamp | undefined;
  readonly #context: IntakeContext;
  readonly #words: Words;
  /** not yet written: the disk was full, say */
  #unsaved: FaultChanges[] = [];

  /** @param lampOf a lamp that tells where the fault is */
  constructor(
    store: Store,
    groups: FaultGroups,
    lampOf: (fault: LastingFault) => DictionaryLamp | undefined,
    context: IntakeContext,
    words: Words,
  ) {
    this.#store = store;
    this.#groups = groups;
    this.#lampOf = lampOf;
    this.#context = context;
    this.#words = words;
  }

  /**
   * To be called every few seconds, one call at a time.
   * @returns how many tickets were opened
   * @throws StorageError; the next call tries again
   */
  async look(now: number): Promise<number> {
    const changes = this.#groups.take(now);
    if (changes.began.length + changes.joined.length + changes.ended.length > 0) this.#unsaved.push(changes);
    let opened = 0;
    for (let next = this.#unsaved[0]; next !== undefined; next = this.#unsaved[0]) {
      opened += await this.#save(next, now);
      this.#unsaved.shift();
    }
    return opened;
  }

  async #save({ began, joined, ended }: FaultChanges, now: number): Promise<number> {
    await this.#store.write(async ({ tx }) => {
      for (const key of ended) await tx.deleteFrom('lamp_fault').where('fault_key', '=', key).execute();
      for (const fault of joined) await keep(tx, fault);
    });
    let opened = 0;
    // Some at a time: commands of seats want their turn while half a city fails.
    for (let from = 0; from < began.length; from += AT_ONCE)
      opened += await this.#openAll(began.slice(from, from + AT_ONCE), now);
    return opened;
  }

  #openAll(began: readonly LastingFault[], now: number): Promise<number> {
    return this.#store.write(async (unit) => {
      let opened = 0;
      for (const fault of began) {
        const report = faultReport(fault, this.#lampOf(fault), this.#words);
        if ((await openOnce(unit, report, instant(now), this.#context)).opened) opened += 1;
        await keep(unit.tx, fault);
      }
      return opened;
    });
  }
}

async function keep(tx: Tx, fault: LastingFault): Promise<void> {
  const row = { source_id: fault.sourceId, json: JSON.stringify(fault) };
  await tx
    .insertInto('lamp_fault')
    .values({ fault_key: fault.key, ...row })
    .onConflict((oc) => oc.column('fault_key').doUpdateSet(row))
    .execute();
}
