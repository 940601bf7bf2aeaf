import { EventEmitter } from 'node:events';

/** Thrown when the application touches a part of Electron's API that the stand-in does not have. */
export class LackingError extends Error {
  override readonly name = 'LackingError';
  constructor(what: string) {
    super(
      `${what} is lacking in electron-on-chromium, the stand-in for Electron (see tools/electron-on-chromium/README.md)`,
    );
  }
}

/** Names that the language, module loaders and inspectors ask of any object. */
const ASKED_OF_ANYTHING = new Set(['then', 'default', 'toJSON', 'inspect', 'nodeType', 'prototype']);
const isHarmless = (key: string | symbol): boolean =>
  typeof key === 'symbol' || key.startsWith('_') || ASKED_OF_ANYTHING.has(key);

/**
 * Makes unknown members throw instead of being undefined: what is lacking must be seen, not guessed.
 * A function may be put in a lacking place all the same, which is how tests stub a dialog.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(held, key, receiver) {
      if (key in held || isHarmless(key)) return Reflect.get(held, key, receiver);
      throw new LackingError(`${name}.${String(key)}`);
    },
    set(held, key, value, receiver) {
      if (key in held || isHarmless(key) || typeof value === 'function')
        return Reflect.set(held, key, value, receiver);
      throw new LackingError(`${name}.${String(key)}`);
    },
  });
}

/** A whole module or class that the stand-in lacks: it can be imported, but neither used nor constructed. */
export function lackingModule(name: string): unknown {
  const fail = (): never => {
    throw new LackingError(`electron.${name}`);
  };
  return strict(`electron.${name}`, new Proxy(function lacking() {}, { apply: fail, construct: fail }));
}

/** The options of a call: each must be known, or the caller would believe it has an effect. */
export function onlyKnown(what: string, given: object, known: readonly string[]): void {
  for (const key of Object.keys(given)) if (!known.includes(key)) throw new LackingError(`${what}: ${key}`);
}

/** The events an object has: those it emits, and those that can't happen here but may be listened to. */
export interface Events {
  readonly emitted: readonly string[];
  readonly never: readonly string[];
}

/** An emitter whose unknown members throw, and which refuses listeners to events it does not know, if it has a list. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events?: Events) {
    super();
    if (events !== undefined) {
      const known = new Set<string | symbol>([
        ...events.emitted,
        ...events.never,
        'newListener',
        'removeListener',
        'error', // events.once listens to it on any emitter
      ]);
      this.on('newListener', (event: string | symbol) => {
        if (!known.has(event)) throw new LackingError(`${name}'s event '${String(event)}'`);
      });
    }
    // biome-ignore lint/correctness/noConstructorReturn: subclasses build on the proxy, private fields included
    return strict(name, this);
  }
}
