/** Calls a function of the other world, by its number or by the name of one of its roots. */
export type Call = (fn: number | string, args: unknown[]) => unknown;
type AnyFunction = (...args: never[]) => unknown;

/** What the two scripts use of a page. */
export interface PageGlobals {
  readonly top: unknown;
  readonly location: { readonly href: string };
  readonly CustomEvent: typeof CustomEvent;
  readonly document: { readonly title: string; readonly head: unknown; hasFocus(): boolean };
  readonly MutationObserver: new (f: () => void) => { observe(node: unknown, what: object): void };
  dispatchEvent(event: Event): boolean;
  addEventListener(type: string, listener: (event: Event) => void, capture?: boolean): void;
  open(...args: unknown[]): unknown;
  [name: string]: unknown;
}

/**
 * Runs in both JavaScript worlds of a page and lets each call the other's functions, synchronously, through DOM events
 * whose `detail` Chromium clones from one world to the other: the mechanics of contextBridge, with its limits.
 * Plain objects, arrays, functions and promises are carried over piece by piece; the rest is Chromium's clone.
 * Its source is put into the page, so it may use nothing from outside itself.
 */
export function bridge(
  secret: string,
  here: string,
  there: string,
  roots: Record<string, AnyFunction>,
): Call {
  // Taken before any script of the page runs, which might replace them.
  const page = globalThis as unknown as PageGlobals;
  const { CustomEvent, dispatchEvent, addEventListener } = page;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')!.get!;
  const lent = new Map<number, AnyFunction>();
  let lastId = 0;

  const lend = (f: AnyFunction): number => {
    lent.set(++lastId, f);
    return lastId;
  };
  /** A promise is lent as a function that is called once, with the two ends of the other world's promise. */
  const lendPromise = (promise: Promise<unknown>): number => {
    const id = lend((resolve: (value: unknown) => void, reject: (error: unknown) => void) => {
      lent.delete(id);
      promise.then(resolve, reject);
    });
    return id;
  };
  const isOpaque = (value: unknown): boolean =>
    value === null || typeof value !== 'object' || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  const isPlain = (value: object): boolean => {
    const prototype = Object.getPrototypeOf(value) as unknown;
    return prototype === Object.prototype || prototype === null;
  };
  const mapFields = (value: object, f: (field: unknown) => unknown): object =>
    Object.fromEntries(Object.entries(value).map(([key, field]) => [key, f(field)]));

  const wrap = (value: unknown): unknown => {
    if (typeof value === 'function') return { $function: lend(value as AnyFunction) };
    if (value instanceof Promise) return { $promise: lendPromise(value) };
    if (Array.isArray(value)) return value.map(wrap);
    return isOpaque(value) || !isPlain(value as object) ? value : mapFields(value as object, wrap);
  };
  // When a borrowed function is collected here, its owner may forget it.
  const borrowed = new FinalizationRegistry((id: number) => call('return', [id]));
  const borrow = (id: number): AnyFunction => {
    const f = (...args: unknown[]) => call(id, args);
    borrowed.register(f, id);
    return f;
  };
  const unwrap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unwrap);
    if (isOpaque(value) || !isPlain(value as object)) return value;
    const { $function, $promise } = value as { $function?: number; $promise?: number };
    if ($function !== undefined) return borrow($function);
    if ($promise !== undefined) return new Promise((resolve, reject) => call($promise, [resolve, reject]));
    return mapFields(value as object, unwrap);
  };

  let answer: { value?: unknown; error?: string } | undefined;
  const call: Call = (fn, args) => {
    const detail = { fn, args: args.map(wrap) };
    dispatchEvent.call(page, new CustomEvent(`${secret}:${there}`, { detail }));
    const { value, error } = answer ?? { error: 'The other world is not listening' };
    answer = undefined;
    if (error !== undefined) throw new Error(error);
    return unwrap(value);
  };
  const run = ({ fn, args }: { fn: number | string; args: unknown[] }): unknown => {
    if (fn === 'return') return void lent.delete(args[0] as number);
    const f = typeof fn === 'string' ? roots[fn] : lent.get(fn);
    if (f === undefined) throw new Error('The function has gone');
    return f(...(args.map(unwrap) as never[]));
  };
  const listen = (name: string, f: (detail: never) => void) =>
    addEventListener.call(
      page,
      `${secret}:${name}`,
      (event) => {
        event.stopImmediatePropagation();
        f(detailOf.call(event) as never);
      },
      true,
    );
  listen(`${here}:answer`, (detail) => {
    answer = detail;
  });
  listen(here, (detail) => {
    let reply: { value?: unknown; error?: string };
    try {
      reply = { value: wrap(run(detail)) };
    } catch (error) {
      reply = { error: error instanceof Error ? error.message : String(error) };
    }
    dispatchEvent.call(page, new CustomEvent(`${secret}:${there}:answer`, { detail: reply }));
  });
  return call;
}
