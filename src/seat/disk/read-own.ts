/**
 * Reads JSON that this seat wrote itself, after having checked it: it is not checked again, which at start would take
 * longer than reading it.
 * @returns undefined where it is no object any more, as after the salvage of a damaged file
 */
export function readOwn<T extends object>(body: string): T | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
