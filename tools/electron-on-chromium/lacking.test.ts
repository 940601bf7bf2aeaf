import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { lackingModule, onlyKnown, StrictEmitter, strict } from './lacking.ts';

test('an unknown member throws and names itself; a known one, though undefined, does not', () => {
  const held = strict('thing', { there: undefined, f: () => 1 });
  expect(held.there).toBeUndefined();
  expect(held.f()).toBe(1);
  expect(() => (held as Record<string, unknown>).gone).toThrow(
    'thing.gone is lacking in electron-on-chromium',
  );
  expect('gone' in held).toBe(false);
});

test('a strict object can be awaited, printed and serialised', async () => {
  const held = strict('thing', { a: 1 });
  expect(await held).toBe(held);
  expect(`${JSON.stringify(held)}${Object.prototype.toString.call(held)}`).toBe('{"a":1}[object Object]');
});

test('an unknown setting throws, but a test may put a function in a lacking place', () => {
  const held = strict('dialog', {}) as Record<string, unknown>;
  expect(() => {
    held.setting = true;
  }).toThrow('dialog.setting is lacking');
  held.showOpenDialog = () => 'stub';
  expect((held.showOpenDialog as () => string)()).toBe('stub');
});

test('a lacking module can be imported, not used', () => {
  const Tray = lackingModule('Tray') as { new (): unknown; (): unknown; isSupported: unknown };
  expect(() => new Tray()).toThrow('electron.Tray is lacking');
  expect(() => Tray()).toThrow('electron.Tray is lacking');
  expect(() => Tray.isSupported).toThrow('electron.Tray.isSupported is lacking');
});

test('an unknown option throws', () => {
  expect(() => onlyKnown('an option of X', { width: 1, vibrancy: 'dark' }, ['width'])).toThrow('X: vibrancy');
});

test('an emitter refuses events it does not know, and subclasses keep private fields', async () => {
  class Clock extends StrictEmitter {
    #time = 3;
    constructor() {
      super('clock', { emitted: ['tick'], never: ['tock'] });
    }
    get time(): number {
      return this.#time;
    }
  }
  const clock = new Clock();
  const ticked = once(clock, 'tick');
  clock.emit('tick', clock.time);
  expect(await ticked).toEqual([3]);
  expect(clock).toBeInstanceOf(EventEmitter);
  clock.on('tock', () => {});
  expect(() => clock.on('strike', () => {})).toThrow("clock's event 'strike' is lacking");
});
