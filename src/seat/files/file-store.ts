import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asStorageError } from '../../node/sqlite/errors.ts';
import { Sha256 } from '../../shared/attachment/model.ts';
import { hashOf } from './hash.ts';

/** Of what the room has already; what it has not got is kept, whatever room it takes. */
export const CACHE_BYTES = 256 * 1024 * 1024;

/**
 * Bytes of files on this seat's disk, by their hash: in `outgoing` what the room has not got yet, in `cache` what can
 * be had from it again. Which folder a file is in is all that must survive: it is moved when the room has it. Beside
 * desk.db and not in it: megabytes in the write-ahead log would hold up the commands that wait for its sync.
 */
export class FileStore {
  readonly #folder: string;
  readonly #cacheBytes: number;
  /** sizes in the order in which they came, as are those of the cache in that of their use */
  readonly #outgoing: Map<Sha256, number>;
  readonly #cache: Map<Sha256, number>;
  readonly #onChange: () => void;

  /** A folder that can't be read is an empty one: what is to be written there is then refused. */
  constructor(folder: string, onChange: () => void, cacheBytes = CACHE_BYTES) {
    this.#folder = folder;
    this.#cacheBytes = cacheBytes;
    this.#onChange = onChange;
    this.#outgoing = listed(join(folder, 'outgoing'));
    this.#cache = listed(join(folder, 'cache'));
  }

  outgoing(): ReadonlyMap<Sha256, number> {
    return this.#outgoing;
  }

  here(): readonly Sha256[] {
    return [...new Set([...this.#outgoing.keys(), ...this.#cache.keys()])];
  }

  isCached(sha256: Sha256): boolean {
    return this.#cache.has(sha256);
  }

  /** Keeps what the room has not got: it is on the disk when this resolves. @returns false where it does not take it */
  keep(sha256: Sha256, bytes: Uint8Array): Promise<boolean> {
    return this.#write('outgoing', sha256, bytes);
  }

  /** Keeps what can be had again, as long as there is room. */
  async cache(sha256: Sha256, bytes: Uint8Array): Promise<void> {
    if (this.#outgoing.has(sha256) || !(await this.#write('cache', sha256, bytes))) return;
    await this.#evict();
  }

  /** The whole, checked. @returns undefined where it is not here, or is not what it was: then it is gone */
  async read(sha256: Sha256): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const at = this.#placeOf(sha256);
    if (at === undefined) return undefined;
    const bytes = await readFile(at).catch(() => undefined);
    if (bytes !== undefined && hashOf(bytes) === sha256) {
      const size = this.#cache.get(sha256);
      if (this.#cache.delete(sha256) && size !== undefined) this.#cache.set(sha256, size);
      return new Uint8Array(bytes);
    }
    await this.forget(sha256);
    return undefined;
  }

  /** So many bytes of what is to go. @returns undefined where they can't be read */
  async piece(sha256: Sha256, offset: number, length: number): Promise<Buffer | undefined> {
    const file = await open(this.#path('outgoing', sha256)).catch(() => undefined);
    try {
      const read = await file?.read(Buffer.alloc(length), 0, length, offset);
      return read?.buffer.subarray(0, read.bytesRead);
    } catch {
      return undefined;
    } finally {
      await file?.close();
    }
  }

  /** The room has it, or no ticket wants it: from now on it makes room for others. */
  async delivered(sha256: Sha256): Promise<void> {
    await this.#move(sha256, this.#outgoing, 'outgoing', this.#cache, 'cache');
    await this.#evict();
  }

  /** The room has lost it. */
  async bringAgain(sha256: Sha256): Promise<void> {
    await this.#move(sha256, this.#cache, 'cache', this.#outgoing, 'outgoing');
  }

  async forget(sha256: Sha256): Promise<void> {
    for (const [folder, files] of [
      ['outgoing', this.#outgoing],
      ['cache', this.#cache],
    ] as const)
      if (files.delete(sha256)) await rm(this.#path(folder, sha256), { force: true }).catch(() => {});
    this.#onChange();
  }

  /** Of what can be had again, keeps only these. */
  async keepOnly(wanted: ReadonlySet<string>): Promise<void> {
    for (const sha256 of [...this.#cache.keys()]) if (!wanted.has(sha256)) await this.forget(sha256);
  }

  async #write(folder: Folder, sha256: Sha256, bytes: Uint8Array): Promise<boolean> {
    const unfinished = join(this.#folder, folder, `${UNFINISHED}${randomUUID()}`);
    try {
      const file = await open(unfinished, 'wx');
      try {
        await file.writeFile(bytes);
        if (folder === 'outgoing') await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, this.#path(folder, sha256));
      if (folder === 'outgoing') await syncFolder(join(this.#folder, folder));
    } catch (error) {
      if (asStorageError(error, unfinished) === undefined) throw error;
      await rm(unfinished, { force: true }).catch(() => {});
      return false;
    }
    (folder === 'outgoing' ? this.#outgoing : this.#cache).set(sha256, bytes.length);
    this.#onChange();
    return true;
  }

  async #move(sha256: Sha256, from: Map<Sha256, number>, old: Folder, to: Map<Sha256, number>, next: Folder) {
    const size = from.get(sha256);
    if (size === undefined) return;
    const moved = await rename(this.#path(old, sha256), this.#path(next, sha256)).then(
      () => true,
      () => false,
    );
    from.delete(sha256);
    if (moved) to.set(sha256, size);
    this.#onChange();
  }

  /** The longest unused first. */
  async #evict(): Promise<void> {
    let total = [...this.#cache.values()].reduce((sum, size) => sum + size, 0);
    for (const [sha256, size] of [...this.#cache]) {
      if (total <= this.#cacheBytes) return;
      total -= size;
      await this.forget(sha256);
    }
  }

  #placeOf(sha256: Sha256): string | undefined {
    if (this.#outgoing.has(sha256)) return this.#path('outgoing', sha256);
    return this.#cache.has(sha256) ? this.#path('cache', sha256) : undefined;
  }

  #path(folder: Folder, sha256: Sha256): string {
    return join(this.#folder, folder, sha256);
  }
}

type Folder = 'outgoing' | 'cache';
/** Begins the name of what was being written when the engine was killed: nobody was told that it is kept. */
const UNFINISHED = 'unfinished-';

/** @returns sizes by hash, the oldest first */
function listed(folder: string): Map<Sha256, number> {
  try {
    mkdirSync(folder, { recursive: true });
    const found = readdirSync(folder).flatMap((name) => {
      const at = join(folder, name);
      if (name.startsWith(UNFINISHED)) rmSync(at, { force: true });
      const { success, data } = Sha256.safeParse(name);
      return success ? [{ sha256: data, ...sizeAndAge(at) }] : [];
    });
    return new Map(found.sort((a, b) => a.at - b.at).map(({ sha256, size }) => [sha256, size]));
  } catch (error) {
    if (asStorageError(error, folder) === undefined) throw error;
    return new Map();
  }
}

function sizeAndAge(path: string): { readonly size: number; readonly at: number } {
  const { size, mtimeMs } = statSync(path);
  return { size, at: mtimeMs };
}

/** That a file is there is written down in its folder; Windows does so by itself, and lets no folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
