import { type ReactNode, useMemo } from 'react';
import {
  BoardProvider,
  DeskProvider,
  Queue,
  useBoard,
  useTargets,
} from '../../../src/renderer/features/desk/index.ts';
import { NO_FILTER } from '../../../src/renderer/features/desk/queue/filter.ts';
import { queueItems } from '../../../src/renderer/features/desk/queue/items.ts';
import { QueueRow } from '../../../src/renderer/features/desk/queue/QueueRow.tsx';
import { LinkProvider } from '../../../src/renderer/features/link/index.ts';
import { SessionProvider } from '../../../src/renderer/features/session/index.ts';
import { BridgeProvider } from '../../../src/renderer/lib/bridge/index.tsx';
import { LanguageProvider } from '../../../src/renderer/lib/i18n/index.tsx';
import { KeysProvider } from '../../../src/renderer/lib/keys/index.ts';
import { RoomDataProvider } from '../../../src/renderer/lib/room-data/index.ts';
import type { Stores } from './stores.ts';

const nothing = () => undefined;

/** The queue as the console shows it, or all of its rows in one plain list. */
export function Stage({ stores, plain }: { readonly stores: Stores; readonly plain: boolean }) {
  return <Given stores={stores}>{plain ? <PlainList /> : <Queue />}</Given>;
}

function Given({ stores, children }: { readonly stores: Stores; readonly children: ReactNode }) {
  return (
    <BridgeProvider value={stores.bridge}>
      <KeysProvider value={stores.keys}>
        <LinkProvider value={stores.link}>
          <RoomDataProvider value={stores.roomData}>
            <SessionProvider value={stores.session}>
              <DeskProvider value={stores.desk}>
                <BoardProvider value={stores.board}>
                  <LanguageProvider locale="fr">{children}</LanguageProvider>
                </BoardProvider>
              </DeskProvider>
            </SessionProvider>
          </RoomDataProvider>
        </LinkProvider>
      </KeysProvider>
    </BridgeProvider>
  );
}

const ROW = 64;

/** The same rows, every one of them in the document. */
function PlainList() {
  const board = useBoard((whole) => whole);
  const room = useTargets();
  const rows = useMemo(
    () =>
      queueItems(board, NO_FILTER, { room, now: 0 }).flatMap((item) =>
        item.kind === 'row' ? [item.row] : [],
      ),
    [board, room],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the queue has it
    <div role="grid" style={{ height: '100%', overflow: 'auto', position: 'relative' }}>
      {rows.map((row, n) => (
        <QueueRow
          key={row.ticket.id}
          id={`plain-${row.ticket.id}`}
          row={row}
          index={n + 1}
          cursor={false}
          picked={undefined}
          target={false}
          style={{ transform: `translateY(${n * ROW}px)`, height: ROW }}
          onOpen={nothing}
        />
      ))}
    </div>
  );
}
