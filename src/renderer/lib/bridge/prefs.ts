import type { Bridge } from '../../../shared/ipc/contract.ts';

/** What the seat remembers for an operator; anything that isn't of the wanted shape counts as not remembered. */
export async function readPref<T>(
  bridge: Bridge,
  key: string,
  parse: (value: unknown) => T | undefined,
): Promise<T | undefined> {
  const value = await bridge.request('prefs.get', { key });
  return value === undefined || value === null ? undefined : parse(value);
}
