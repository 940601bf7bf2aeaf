import { test as base, expect } from '@playwright/test';
import type { RunningConsole } from './console.ts';
import { type Room, type RoomOptions, startRoom } from './room.ts';

interface Fixtures {
  /** Starts the test's room; when the test ends, no page may have complained, and everything is stopped. */
  readonly start: (options?: RoomOptions) => Promise<Room>;
}

/** A test with a room of its own. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs from here
  start: async ({}, use) => {
    const rooms: Room[] = [];
    const consoles: RunningConsole[] = [];
    await use(async (options) => {
      const room = await startRoom(options);
      rooms.push(room);
      return {
        ...room,
        open: async (seat, more) => {
          const console = await room.open(seat, more);
          consoles.push(console);
          return console;
        },
      };
    });
    const complaints = consoles.flatMap((console) => console.complaints);
    await Promise.all(rooms.map((room) => room.stop()));
    expect(complaints, 'what the pages complained of').toEqual([]);
  },
});
export { expect };
