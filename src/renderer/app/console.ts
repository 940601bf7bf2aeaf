import type { StoreApi } from 'zustand';
import { ENGINE_ENDED } from '../../shared/ipc/channels.ts';
import type { ActAnswer, Bridge, ShellInfo } from '../../shared/ipc/contract.ts';
import { millis } from '../../shared/wire/time.ts';
import { createBaseMapStore } from '../features/base-map/index.ts';
import { createCamerasStore } from '../features/cameras/index.ts';
import { createCityStore, createPicksStore } from '../features/city/index.ts';
import { createBoardStore, createDeskStore } from '../features/desk/index.ts';
import { createFilesStore } from '../features/files/index.ts';
import { createLinkStore } from '../features/link/index.ts';
import { createDrawingStore } from '../features/map/index.ts';
import { createReplayStore } from '../features/replay/index.ts';
import { createSeatsStore } from '../features/seats/index.ts';
import { createSelectionStore } from '../features/selection/index.ts';
import { createSessionStore } from '../features/session/index.ts';
import { createSettingsStore } from '../features/settings/index.ts';
import { createHealthStore, createRecoveryStore } from '../features/shell/index.ts';
import { type Clock, createClock } from '../lib/clock/index.ts';
import { beginZone, clockTime, createTranslate, type Translate } from '../lib/i18n/index.tsx';
import { createKeys, type Ignored } from '../lib/keys/index.ts';
import { createNotices, createReport } from '../lib/notices/index.ts';
import { createRoomDataStore } from '../lib/room-data/index.ts';
import { keepPlace } from './place.ts';

/** What an answer that isn't « kept » says to the operator. */
function sayAnswer(t: Translate, answer: ActAnswer | { readonly kind: 'late' }): string | undefined {
  switch (answer.kind) {
    case 'late':
      return t('desk.withdrawnLate');
    case 'kept':
      return undefined;
    case 'unqueued':
    case 'unknown':
      return t(`desk.answer.${answer.kind}`);
    case 'refused':
      return t(`desk.answer.${answer.why}`, { detail: answer.detail ?? '' });
  }
}

/** Why a key did nothing. */
function sayIgnored(t: Translate, what: Ignored): string {
  if (what.why === 'gone') return t('keys.gone', { key: what.shortcut.shown });
  if (what.why === 'unseen') return t('keys.unseen', { key: what.shortcut.shown });
  if (what.why === 'untaken' || what.why === 'stray')
    return t(`keys.${what.why}`, { key: what.key.toUpperCase() });
  if (what.after === undefined) return t('keys.text');
  if (what.after.manner === 'speech') return t('keys.unheard');
  return t('keys.textAfter', { key: what.after.shown, did: t(what.after.label) });
}

export type Console = ReturnType<typeof createConsole>;

/** When a store has its first whole, and all of it. */
function onceHeard(store: Pick<StoreApi<unknown>, 'subscribe'>, run: () => void): void {
  const stop = store.subscribe(() => {
    stop();
    queueMicrotask(run);
  });
}

/** All that lives as long as the window: stores fed by the bridge, clock, shortcuts. `stop` lets go of everything. */
export function createConsole(bridge: Bridge, info: ShellInfo, window: Window) {
  const speech = { fr: createTranslate('fr'), en: createTranslate('en') };
  const t: Translate = (id, values) => speech[settings.getState().locale](id, values);
  const notices = createNotices();
  const report = createReport(bridge, notices, (what) =>
    what === ENGINE_ENDED ? t('shell.engine.ended') : t('common.failed', { what }),
  );
  const settings = createSettingsStore(bridge, report, info);
  const keys = createKeys(window, {
    ignored: (what) => notices.getState().showHint(sayIgnored(t, what)),
    lost: (typed) => notices.getState().show(t('keys.lost', { typed })),
  });
  const clock: Clock = createClock();
  const link = createLinkStore(bridge, report);
  const stopHearing = link.store.subscribe(({ state }) => {
    if (state?.clockOffset !== undefined) clock.hear(state.clockOffset);
  });
  const session = createSessionStore(bridge, report);
  const seats = createSeatsStore(bridge, report);
  const cameras = createCamerasStore(bridge, report);
  const files = createFilesStore(bridge, report);
  const roomData = createRoomDataStore(bridge, report);
  const hearZone = beginZone(window.localStorage);
  const stopZone = roomData.store.subscribe(({ clock: said }) => {
    const timeZone = said.get('room')?.timeZone;
    if (timeZone !== undefined) hearZone(timeZone);
  });
  const health = createHealthStore(bridge, report);
  const desk = createDeskStore(
    bridge,
    report,
    (answer) => sayAnswer(t, answer),
    (words) => notices.getState().show(words),
  );
  const board = createBoardStore(desk.store, session.store, info.seat);
  const recovery = createRecoveryStore(link.store, desk.store);
  // Asked last: the queue is worked on while the map's megabytes are still coming.
  const city = createCityStore(bridge, report);
  const baseMap = createBaseMapStore(bridge, report);

  let person: string | undefined;
  let writer: string | undefined;
  const stopFollowing = session.store.subscribe(({ view }) => {
    const now = view?.session?.person.id;
    if (now !== person) void settings.getState().of(now);
    // What one person had begun to write is nobody else's.
    if (now !== undefined && writer !== undefined && now !== writer)
      desk.store.setState({
        notes: new Map(),
        addressees: new Map(),
        forms: new Map(),
        composer: undefined,
        creating: undefined,
      });
    person = now;
    writer = now ?? writer;
  });
  void settings.getState().of(undefined);

  const { returned } = info;
  const stopKeeping = keepPlace(bridge, desk.store, returned?.place);
  if (returned !== undefined)
    // Said by the room's clock: when all that the seat has kept of the room is in.
    onceHeard(roomData.store, () =>
      notices
        .getState()
        .show(t('shell.returned', { time: clockTime(millis(returned.at)) }), { calm: 'news' }),
    );

  const started = [
    link,
    session,
    seats,
    cameras,
    files,
    roomData,
    health,
    desk,
    board,
    recovery,
    city,
    baseMap,
  ];
  return {
    bridge,
    info,
    report,
    notices,
    settings,
    keys,
    clock,
    link: link.store,
    session: session.store,
    seats: seats.store,
    city: city.store,
    cameras: cameras.store,
    files: files.store,
    roomData: roomData.store,
    picks: createPicksStore(),
    selection: createSelectionStore(),
    replay: createReplayStore(bridge, report),
    drawing: createDrawingStore(),
    baseMap: baseMap.store,
    health: health.store,
    desk: desk.store,
    board: board.store,
    recovery: recovery.store,
    stop(): void {
      stopFollowing();
      stopHearing();
      stopZone();
      stopKeeping();
      for (const each of started) each.stop();
      keys.dispose();
    },
  };
}
