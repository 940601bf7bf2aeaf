import { expect, it } from 'vitest';
import { asPostgresError } from './errors.ts';

const kind = (message: string, code?: string) =>
  asPostgresError(Object.assign(new Error(message), code === undefined ? {} : { code }), 'postgres://db')
    ?.kind;

it.each([
  ['53100', 'disk-full'],
  ['25006', 'read-only'],
  ['XX001', 'damaged'],
  ['40001', 'locked'],
  ['57P01', 'unreachable'],
  ['28P01', 'unreachable'],
  ['08006', 'unreachable'],
  ['ECONNREFUSED', 'unreachable'],
  ['23505', undefined],
  ['42601', undefined],
])('%s tells of the database: %s', (code, expected) => {
  expect(kind('said', code)).toBe(expected);
});

it('knows what pg says without a code, and leaves other errors alone', () => {
  expect(kind('Connection terminated unexpectedly')).toBe('unreachable');
  expect(kind('timeout exceeded when trying to connect')).toBe('unreachable');
  expect(kind('x is not a function')).toBeUndefined();
  expect(asPostgresError('no error', 'postgres://db')).toBeUndefined();
});
