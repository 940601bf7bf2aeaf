import { ConfigError } from '../../node/config/error.ts';
import type { Log } from '../../node/log/log.ts';
import { choiceOf } from '../../shared/procedure/choice.ts';
import type { ProcedureRef } from '../../shared/procedure/mark.ts';
import { Procedure, type PublishedProcedure, publishedId } from '../../shared/procedure/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import type { RoomData } from '../edge/room-data.ts';
import type { Store } from '../store/store.ts';
import { type ReadFile, readFolder, stateOf } from './read-folder.ts';
import { type KeptProcedure, weigh } from './weigh.ts';

export interface ShelfOptions {
  readonly store: Store;
  readonly folder: string;
  readonly data: RoomData;
  readonly log: Log;
}

/**
 * The procedures of the room: all versions that ever were, those in force, and files that can't be taken. A file that
 * is wrong takes nothing away: its last good version stays in force, also over a restart.
 */
export class ProcedureShelf {
  readonly #on: ShelfOptions;
  readonly #kept = new Map<string, KeptProcedure>();
  #published = new Map<string, PublishedProcedure>();
  #state: string | undefined;
  #said = '';

  private constructor(options: ShelfOptions) {
    this.#on = options;
  }

  /** @throws StorageError */
  static async open(options: ShelfOptions): Promise<ProcedureShelf> {
    const shelf = new ProcedureShelf(options);
    const rows = await options.store.db.selectFrom('procedure').select(['file', 'json']).execute();
    for (const { file, json } of rows) shelf.#keep({ file, procedure: Procedure.parse(JSON.parse(json)) });
    await shelf.#read();
    return shelf;
  }

  /** in force, and files refused: for /health and /metrics */
  get counts(): { readonly current: number; readonly refused: number } {
    const states = [...this.#published.values()].map(({ state }) => state);
    return {
      current: states.filter((state) => state === 'current').length,
      refused: states.filter((state) => state === 'refused').length,
    };
  }

  /** A version that somebody follows; from now on the seats have it, though a newer one is in force. */
  get(ref: ProcedureRef): Procedure | undefined {
    const id = publishedId(ref);
    const known = this.#kept.get(id)?.procedure;
    if (known !== undefined && !this.#published.has(id))
      this.#put({ v: 1, id, state: 'former', procedure: known });
    return known;
  }

  /** The one that consoles show for a ticket; none where several fit and nobody has said which. */
  followed(ticket: Ticket): Procedure | undefined {
    const choice = choiceOf(this.#published.values(), ticket);
    return choice.kind === 'followed' ? choice.procedure : undefined;
  }

  /** Reads the files again where one has changed. @throws StorageError */
  async look(): Promise<void> {
    if (stateOf(this.#on.folder) !== this.#state) await this.#read();
  }

  async #read(): Promise<void> {
    const { store, folder } = this.#on;
    // Taken before the reading: what changes meanwhile is read once more.
    const state = stateOf(folder);
    const { current, fresh, refused } = weigh(filesOf(folder), [...this.#kept.values()]);
    if (fresh.length > 0)
      await store.write(async ({ tx }) => {
        for (const { file, procedure } of fresh)
          await tx
            .insertInto('procedure')
            .values({ id: procedure.id, version: procedure.version, file, json: JSON.stringify(procedure) })
            .execute();
      });
    for (const kept of fresh) this.#keep(kept);
    this.#state = state;
    this.#tell(refused);
    const next: PublishedProcedure[] = [
      ...current.map((procedure) => ({
        v: 1 as const,
        id: publishedId(procedure),
        state: 'current' as const,
        procedure,
      })),
      ...refused.map(({ file, faults }) => ({
        v: 1 as const,
        id: `file:${file}`,
        state: 'refused' as const,
        file,
        faults: faults.slice(0, 50).map((line) => line.slice(0, 500)),
      })),
    ];
    this.#publish(next);
    for (const ref of await this.#followed()) this.get(ref);
  }

  /** The versions that tickets in work follow. */
  async #followed(): Promise<readonly ProcedureRef[]> {
    const rows = await this.#on.store.db
      .selectFrom('ticket')
      .select('json')
      .where('state', '!=', 'closed')
      .execute();
    return rows.flatMap(({ json }) => (JSON.parse(json) as Ticket).procedure ?? []);
  }

  #keep(kept: KeptProcedure): void {
    this.#kept.set(publishedId(kept.procedure), kept);
  }

  #publish(next: readonly PublishedProcedure[]): void {
    const wanted = new Set(next.map(({ id }) => id));
    for (const id of this.#published.keys()) {
      if (wanted.has(id)) continue;
      this.#on.data.remove('procedure', id);
      this.#published.delete(id);
    }
    for (const one of next) this.#put(one);
  }

  #put(one: PublishedProcedure): void {
    this.#published.set(one.id, one);
    this.#on.data.put('procedure', one);
  }

  /** Each state of the faults once: the folder may be read often while somebody writes. */
  #tell(refused: readonly { readonly file: string; readonly faults: readonly string[] }[]): void {
    const said = refused.flatMap(({ faults }) => faults).join('\n');
    if (said === this.#said) return;
    this.#said = said;
    for (const { file, faults } of refused)
      this.#on.log.error({ file, faults }, 'a procedure is not taken: its last good version stays in force');
    if (refused.length === 0) this.#on.log.info('all files of procedures are taken again');
  }
}

/** A folder that can't be read is one more fault: it must not take the hub down. */
function filesOf(folder: string): readonly ReadFile[] | { readonly faults: readonly string[] } {
  try {
    return readFolder(folder);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { faults: error.lines };
  }
}
