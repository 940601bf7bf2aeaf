import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SchemaModule,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqlMigration } from '../../../node/postgres/migrate.ts';
import type { Migration } from '../../../node/sqlite/migrate.ts';

/**
 * A step of the schema, said through kysely's builder so that the same step runs on SQLite and on
 * PostgreSQL: in a transaction, refusing a store of a future version.
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

const postgres = new Kysely<AnyTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

export const forPostgres = ({ version, name, statements }: Step): SqlMigration => ({
  version,
  name,
  statements: statements(postgres.schema, postgres).map((statement) => statement.compile().sql),
});
