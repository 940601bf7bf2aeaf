import { useCallback, useEffect, useMemo } from 'react';
import type { Box } from '../../shared/geo/box.ts';
import { useCameras } from '../features/cameras/index.ts';
import { StreetLamps, useCity, useLeftOff, usePicks } from '../features/city/index.ts';
import { useBoard, useDesk } from '../features/desk/index.ts';
import { isStale, useLink } from '../features/link/index.ts';
import { type LampRef, type MapGoal, MapPanel, type MapTarget } from '../features/map/index.ts';
import { PaletteField } from '../features/palette/index.ts';
import { useNow } from '../lib/clock/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { useShortcut } from '../lib/keys/index.ts';
import { CameraOnMap } from './CameraOnMap.tsx';
import styles from './CityMap.module.css';
import { LampPast } from './LampPast.tsx';
import { goalOf, mapCamera } from './on-map.ts';
import { useLiveGround } from './use-live-ground.ts';
import { useMapCrossings } from './use-map-crossings.tsx';
import { useMapLists } from './use-map-lists.tsx';
import { useMapMenu } from './use-map-menu.ts';
import { useMapSupply } from './use-map-supply.tsx';
import { useMapUnits } from './use-map-units.ts';
import { useMending } from './use-mending.tsx';
import { usePlacing } from './use-placing.tsx';

/** Marks of cameras age by this step. */
const MARKS_MS = 15_000;
/** There is nothing that this map does not draw. */
const ALL_HERE = [] as const;
/** Tickets are opened beside this map. */
const STAY = () => undefined;

interface CityMapProps {
  /** opens the palette */
  readonly onFind: () => void;
  /** told what of the city is seen; must not change */
  readonly onView: (box: Box) => void;
  /** goes to where lamps that were chosen are commanded; must not change */
  readonly onChosen: () => void;
}

/** The map with what the room knows on it; picking a ticket opens it, picking a lamp follows it. */
export function CityMap({ onFind, onView, onChosen }: CityMapProps) {
  const { lamps, book, detail, follow } = useCity((city) => city);
  const ground = useLiveGround();
  const { lamp, camera, street, goal, pick } = usePicks((picks) => picks);
  const rows = useBoard((board) => board.rows);
  const cameras = useCameras(({ list }) => list);
  const watched = useCameras((all) => all.watched);
  const selected = useDesk((desk) => desk.selected);
  const select = useDesk((desk) => desk.select);
  const mending = useMending(lamp);
  const go = useCallback((goal: MapGoal | undefined) => pick({ goal }), [pick]);
  const supply = useMapSupply(go);
  const openLamp = useCallback(
    (lamp: LampRef) => pick({ lamp, goal: goalOf(lamps.positionOf(lamp), 'lamp') }),
    [pick, lamps],
  );
  const crossed = useMapCrossings(go, openLamp);
  const show = useDesk((desk) => desk.show);
  const menuOf = useMapMenu({ toTickets: STAY, toChosen: onChosen });
  const { lists, panel } = useMapLists({
    ...supply.known,
    lacks: ALL_HERE,
    go,
    openLamp,
    openCabinet: supply.shown.onCabinet,
    crossings: crossed.known,
    openCrossing: crossed.openCrossing,
    openTicket: show,
    toChosen: onChosen,
    past: undefined,
  });
  const { open: listed, onOpen: onLists } = lists;
  // There is room for one list over the map: the one that was asked for last.
  useEffect(() => {
    if (street !== undefined) onLists(false);
  }, [street, onLists]);
  useEffect(() => {
    if (listed) pick({ street: undefined });
  }, [listed, pick]);
  const mends = mending.card !== undefined;
  const t = useT();
  const { strip, ...placing } = usePlacing();
  const units = useMapUnits(selected === undefined ? undefined : rows.get(selected)?.ticket);
  const lost = useLink(({ state }) => isStale(state));
  const moment = Math.floor(useNow() / MARKS_MS) * MARKS_MS;
  const marks = useMemo(
    () => cameras.map((camera) => mapCamera(watched, lost, moment, camera)),
    [cameras, watched, lost, moment],
  );
  const lampSince = useLeftOff(lamp ? [lamp.slot] : []);
  const entry = cameras.find(({ id }) => id === camera);
  useEffect(() => {
    const id = lamp && book.facts(lamp)?.id;
    if (id === undefined) return;
    follow(id);
    return () => follow(undefined);
  }, [lamp, book, follow]);
  const onPick = useCallback(
    (target: MapTarget | undefined) => {
      // A slip of the mouse beside the mark must not end what is being mended.
      if (mends) return;
      const cabinet = target?.kind === 'cabinet' ? { id: target.id, circuit: undefined } : undefined;
      const crossing = target?.kind === 'crossing' ? target.id : undefined;
      pick({ lamp: target?.kind === 'lamp' ? target.lamp : undefined, cabinet, crossing });
      if (target?.kind === 'camera') pick({ camera: target.id });
      if (target?.kind === 'ticket') select(target.id);
    },
    [mends, pick, select],
  );
  const onGone = useCallback(() => pick({ goal: undefined }), [pick]);
  useShortcut(
    {
      keys: 'Escape',
      shown: t('common.escape'),
      label: 'palette.key.close',
      run: () =>
        supply.card
          ? supply.close()
          : crossed.card
            ? crossed.close()
            : pick(entry ? { camera: undefined } : lamp ? { lamp: undefined } : { street: undefined }),
    },
    supply.card !== undefined ||
      crossed.card !== undefined ||
      entry !== undefined ||
      lamp !== undefined ||
      street !== undefined,
  );
  return (
    <MapPanel
      {...ground}
      units={units}
      cameras={marks}
      {...supply.shown}
      {...crossed.shown}
      ticket={selected}
      camera={camera}
      lamp={lamp}
      lampSince={lampSince}
      goal={goal}
      lists={lists}
      onGone={onGone}
      onView={onView}
      lampDetail={detail}
      onPick={onPick}
      lampPast={lamp && <LampPast lamp={lamp} />}
      lampFoot={mending.foot}
      card={mending.card ?? supply.card ?? crossed.card}
      {...placing}
      menuOf={menuOf}
      pin={mending.pin}
      onPin={mending.onPin}
      top={
        <div className={styles.top}>
          {strip ?? <PaletteField onOpen={onFind} />}
          {/* Nothing stands over the mark that is being put somewhere. */}
          {!mends && !strip && panel}
          {street && !mends && !strip && (
            <StreetLamps
              key={`${street.name} ${street.commune}`}
              street={street}
              picked={lamp}
              onPick={openLamp}
              onClose={() => pick({ street: undefined })}
            />
          )}
        </div>
      }
      tile={
        entry && <CameraOnMap key={entry.id} camera={entry} onClose={() => pick({ camera: undefined })} />
      }
    />
  );
}
