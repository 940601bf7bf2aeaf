import { StorageError, type StorageErrorKind } from '../sqlite/errors.ts';

/** By SQLSTATE (PostgreSQL's manual, appendix A); the first that fits. */
const STATES: readonly (readonly [RegExp, StorageErrorKind])[] = [
  [/^53100$/, 'disk-full'],
  [/^(25006|42501)$/, 'read-only'],
  [/^XX00[12]$/, 'damaged'],
  [/^(40001|40P01|55P03)$/, 'locked'],
  [/^58/, 'io'],
  // Connections that can't be had or were ended; no such user, password or database.
  [/^(08|53|57P|28|3D)/, 'unreachable'],
];
const SOCKET = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST|ENET|EAI_|ENOENT$)/;
/** What pg says without a code. */
const SAID = /^(Connection terminated|timeout e|Client has encountered a connection error|Cannot use a pool)/;

/**
 * Classifies what pg threw.
 * @param place the database without its password
 * @returns undefined for what tells nothing of the database: a constraint, a wrong statement, another error
 */
export function asPostgresError(error: unknown, place: string): StorageError | undefined {
  if (error instanceof StorageError) return error;
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  const kind =
    STATES.find(([state]) => state.test(code))?.[1] ??
    (SOCKET.test(code) || SAID.test(error.message) ? 'unreachable' : undefined);
  if (kind === undefined) return undefined;
  return new StorageError(kind, place, `${code} ${error.message}`.trim(), { cause: error });
}

/** No such user, password or database: of those a hub that runs is rid by who mends the server, one that starts says so. */
const MISNAMED = /^(28|3D)/;

/** Whether the server is only away, or not ready yet, so that waiting may mend it. */
export function isAway(error: unknown): error is StorageError {
  if (!(error instanceof StorageError) || error.kind !== 'unreachable') return false;
  const { cause } = error;
  return !(cause instanceof Error && 'code' in cause && MISNAMED.test(String(cause.code)));
}
