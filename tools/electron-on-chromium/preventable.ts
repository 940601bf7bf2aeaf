import type { EventEmitter } from 'node:events';

/** The event object of Electron's cancellable events. */
export class Preventable {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Emits a cancellable event, with `details` on the event object; answers whether a listener cancelled it. */
export function prevented(
  emitter: EventEmitter,
  name: string,
  details: object = {},
  ...args: unknown[]
): boolean {
  const event = Object.assign(new Preventable(), details);
  emitter.emit(name, event, ...args);
  return event.defaultPrevented;
}
