import { type DatabaseConnection, PostgresDialect, type PostgresDialectConfig, PostgresDriver } from 'kysely';

/** kysely's own driver, whose failures are told in our terms wherever they occur. */
class TellingDriver extends PostgresDriver {
  readonly #asError: (thrown: unknown) => unknown;
  readonly #known = new WeakSet<DatabaseConnection>();

  constructor(config: PostgresDialectConfig, asError: (thrown: unknown) => unknown) {
    super(config);
    this.#asError = asError;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection().catch((thrown: unknown) => {
      throw this.#asError(thrown);
    });
    if (this.#known.has(connection)) return connection;
    this.#known.add(connection);
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = async (query) => {
      try {
        return await execute(query);
      } catch (thrown) {
        throw this.#asError(thrown);
      }
    };
    return connection;
  }
}

/** PostgreSQL for kysely. */
export class TellingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #asError: (thrown: unknown) => unknown;

  /** @param asError what to throw for what pg has thrown */
  constructor(config: PostgresDialectConfig, asError: (thrown: unknown) => unknown) {
    super(config);
    this.#config = config;
    this.#asError = asError;
  }

  override createDriver(): PostgresDriver {
    return new TellingDriver(this.#config, this.#asError);
  }
}
