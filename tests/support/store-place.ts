import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import type { StorePlace } from '../../src/hub/store/store.ts';

export interface FreshPlace {
  readonly place: StorePlace;
  dispose(): Promise<void>;
}

/** Whether the stores of this run are PostgreSQL databases: the same tests run on both. */
export const onPostgres = inject('postgres') !== undefined;

/** Where a new store may be: a file in a folder of its own, or an empty schema. */
export async function freshPlace(): Promise<FreshPlace> {
  const port = inject('postgres');
  if (port === undefined) {
    const dir = mkdtempSync(join(tmpdir(), 'vigie-store-'));
    return { place: join(dir, 'hub.db'), dispose: async () => rmSync(dir, { recursive: true }) };
  }
  server ??= connect(port);
  const client = await server;
  const name = `hub_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create schema ${name}`);
  const url = `${addressOf(port)}?options=-csearch_path%3D${name}`;
  return { place: { url }, dispose: async () => void (await client.query(`drop schema ${name} cascade`)) };
}

/** A schema is made in less time than a database; to the store it is the same. */
const addressOf = (port: number): string => `postgres://vigie@127.0.0.1:${port}/postgres`;

let server: Promise<Client> | undefined;
async function connect(port: number): Promise<Client> {
  const client = new Client({ connectionString: addressOf(port) });
  await client.connect();
  return client;
}
