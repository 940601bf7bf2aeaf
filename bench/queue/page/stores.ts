import { createBoardStore, createDeskStore } from '../../../src/renderer/features/desk/index.ts';
import { createLinkStore } from '../../../src/renderer/features/link/index.ts';
import { createSessionStore } from '../../../src/renderer/features/session/index.ts';
import { createKeys } from '../../../src/renderer/lib/keys/index.ts';
import { createRoomDataStore } from '../../../src/renderer/lib/room-data/index.ts';
import type { Ticket } from '../../../src/shared/ticket/model.ts';
import { memoryBridge } from '../../../tests/support/memory-bridge.ts';

export type Stores = ReturnType<typeof openStores>;

/** What the queue reads, fed by a seat that knows these tickets and answers nothing else. */
export function openStores(tickets: readonly Ticket[]) {
  const bridge = memoryBridge({
    'desk.snapshot': () => ({ tickets: [...tickets], outbox: [], intents: [], lastSeq: 1 }),
    'room.data': () => [],
    'prefs.get': () => null,
  });
  const mute = () => undefined;
  const desk = createDeskStore(bridge, mute, mute, mute);
  const session = createSessionStore(bridge, mute);
  const link = createLinkStore(bridge, mute);
  const roomData = createRoomDataStore(bridge, mute);
  const board = createBoardStore(desk.store, session.store, 'seat-01');
  const keys = createKeys(window, { ignored: () => undefined, lost: () => undefined });
  return {
    bridge,
    keys,
    desk: desk.store,
    session: session.store,
    link: link.store,
    roomData: roomData.store,
    board: board.store,
    stop(): void {
      for (const each of [desk, session, link, roomData, board]) each.stop();
      keys.dispose();
    },
  };
}
