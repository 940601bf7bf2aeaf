import {
  type Compilable,
  DummyDriver,
  Kysely,
  type SchemaModule,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Migration } from '../../../node/sqlite/migrate.ts';

/**
 * A step of the schema, said through kysely's builder so that the same step compiles for PostgreSQL. It runs
 * through the project's own SQLite migrations: in a transaction, refusing a file of a future version.
 */
export interface Step {
  readonly version: number;
  readonly name: string;
  readonly statements: (schema: SchemaModule) => readonly Compilable[];
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export const forSqlite = ({ version, name, statements }: Step): Migration => ({
  version,
  name,
  up: (db) => {
    for (const statement of statements(compiler.schema)) db.exec(statement.compile().sql);
  },
});
