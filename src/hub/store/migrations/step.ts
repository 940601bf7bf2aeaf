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
  /** @param db for rows that move with their table; no value may be bound, only columns named */
  readonly statements: (schema: SchemaModule, db: Kysely<AnyTables>) => readonly Compilable[];
}
/** Tables as they were at the time of a step. */
type AnyTables = Record<string, Record<string, unknown>>;

const compiler = new Kysely<AnyTables>({
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
    for (const statement of statements(compiler.schema, compiler)) db.exec(statement.compile().sql);
  },
});
