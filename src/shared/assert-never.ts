/** Makes the compiler prove that a union has been handled whole; throws if the types lied. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
