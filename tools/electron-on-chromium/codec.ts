/** Turns values into text and back; what cannot be cloned throws a TypeError. */
export interface Codec {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Tagged = { $: string; v: string; t?: string };

/**
 * Structured clone as JSON text, for the debugging pipe. The function's own source also runs in the page, so it
 * may use nothing from outside itself. A tagged object `{$: kind, v: value}` stands for what JSON does not have.
 */
export function codec(): Codec {
  const toBase64 = (bytes: Uint8Array): string =>
    (bytes as { toBase64?(): string }).toBase64?.() ??
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const fromBase64 = (text: string): Uint8Array =>
    (Uint8Array as { fromBase64?(text: string): Uint8Array }).fromBase64?.(text) ??
    new Uint8Array(Buffer.from(text, 'base64'));

  const packView = (view: ArrayBufferView): Json => {
    const name = view.constructor.name;
    const v = toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    return { $: 'bytes', t: name === 'Buffer' ? 'Uint8Array' : name, v };
  };
  const packObject = (value: object): Json => {
    if (value instanceof ArrayBuffer) return { $: 'bytes', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) return packView(value);
    if (value instanceof Date) return { $: 'date', v: pack(value.getTime()) };
    if (value instanceof Map) return { $: 'map', v: [...value].map(pack) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(pack) };
    if (value instanceof Error) return { $: 'error', v: value.message, t: value.name };
    if (Array.isArray(value)) return value.map(pack);
    const fields = Object.entries(value).map(([key, field]): [string, Json] => [key, pack(field)]);
    return fields.some(([key]) => key === '$' || key === '__proto__')
      ? { $: 'object', v: fields }
      : Object.fromEntries(fields);
  };
  const pack = (value: unknown): Json => {
    switch (typeof value) {
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: String(value) };
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      case 'function':
      case 'symbol':
        throw new TypeError('An object could not be cloned.');
      case 'object':
        return value === null ? null : packObject(value);
      default:
        return value as string | boolean;
    }
  };

  const unpackTagged = ({ $, v, t }: Tagged): unknown => {
    const list = v as unknown as Json[];
    switch ($) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(v);
      case 'number':
        return Number(v);
      case 'bytes': {
        const { buffer } = fromBase64(v);
        const views = globalThis as unknown as Record<string, new (from: ArrayBufferLike) => unknown>;
        return t === undefined ? buffer : new views[t]!(buffer);
      }
      case 'date':
        return new Date(unpack(v) as number);
      case 'map':
        return new Map(list.map(unpack) as [unknown, unknown][]);
      case 'set':
        return new Set(list.map(unpack));
      case 'error':
        return Object.assign(new Error(v), { name: t });
      case 'object':
        return Object.fromEntries((list as [string, Json][]).map(([key, field]) => [key, unpack(field)]));
      default:
        throw new TypeError(`An unknown kind of value: ${$}`);
    }
  };
  const unpack = (value: Json): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpack);
    if ('$' in value) return unpackTagged(value as Tagged);
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, unpack(field)]));
  };

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text) as Json),
  };
}
