import { History } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { boxOf } from '../../shared/geo/box.ts';
import { indexOf, type LampKey, lampKey, slotOf } from '../../shared/lamp/selection.ts';
import {
  type OpenCabinet,
  type OpenCrossing,
  useCity,
  useLeftOff,
  usePicks,
} from '../features/city/index.ts';
import {
  type LampRef,
  type MapCentre,
  type MapGoal,
  MapPanel,
  type MapTarget,
} from '../features/map/index.ts';
import { latestNights, replayNight, useReplay } from '../features/replay/index.ts';
import {
  GroupButtons,
  SelectionPanel,
  SelectionTools,
  useReadKept,
  useSelection,
} from '../features/selection/index.ts';
import { useNow } from '../lib/clock/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { useShortcut } from '../lib/keys/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { LampPast } from './LampPast.tsx';
import styles from './Lighting.module.css';
import { goalOf } from './on-map.ts';
import { ReplayView } from './ReplayView.tsx';
import { SafePanel } from './SafePanel.tsx';
import { useKeptLegend } from './use-kept-legend.ts';
import { useLiveGround } from './use-live-ground.ts';
import { useMapCrossings } from './use-map-crossings.tsx';
import { useMapLists } from './use-map-lists.tsx';
import { useMapMenu } from './use-map-menu.ts';
import { useMapSupply } from './use-map-supply.tsx';
import { useMending } from './use-mending.tsx';
import { useNightPlace } from './use-night-place.ts';
import { useSweep } from './use-sweep.ts';

/** From how near what was chosen by words is looked at, at most: all of it is shown. */
const CLOSENESS = 16;
const NONE = [] as const;
/** Units and cameras are not drawn on this map. */
const NOT_HERE = ['units', 'cameras'] as const;
/** Lamps that were chosen are commanded beside this map. */
const STAY = () => undefined;
const QUARTER_MS = 15 * 60_000;

interface LightingProps {
  readonly onTicket: (ticket: string) => void;
  /** to where tickets are opened; must not change */
  readonly toTickets: () => void;
  readonly onFaults: () => void;
}

/** Lamps to choose, on the map or by words, and what is ordered of them. */
export function Lighting({ onTicket, toTickets, onFaults }: LightingProps) {
  useReadKept();
  const night = useReplay((replay) => replay.night);
  const [centre, setCentre] = useState<MapCentre>();
  if (night !== undefined) return <ReplayView night={night} centre={centre} />;
  return (
    <div className={styles.lighting}>
      <SafePanel name="map">
        <LightingMap onTicket={onTicket} toTickets={toTickets} opensAt={centre} onMoved={setCentre} />
      </SafePanel>
      <SafePanel name="selection">
        <SelectionPanel onTicket={onTicket} onFaults={onFaults} />
      </SafePanel>
    </div>
  );
}

interface LightingMapProps extends Pick<LightingProps, 'onTicket' | 'toTickets'> {
  readonly opensAt: MapCentre | undefined;
  readonly onMoved: (centre: MapCentre) => void;
}

function LightingMap({ onTicket, toTickets, opensAt, onMoved }: LightingMapProps) {
  const t = useT();
  const ground = useLiveGround();
  const { lamps } = ground;
  const selected = useSelection(({ now }) => now.lamps);
  const tool = useSelection((selection) => selection.tool);
  const choose = useSelection((selection) => selection.choose);
  const click = useSelection((selection) => selection.click);
  const toShow = useSelection((selection) => selection.toShow);
  const show = useSelection((selection) => selection.show);
  const [lamp, setLamp] = useState<LampRef>();
  const lampSince = useLeftOff(lamp ? [lamp.slot] : []);
  const [goal, setGoal] = useState<MapGoal>();
  const supply = useMapSupply(setGoal, (cabinet, circuit) => (
    <SelectFed cabinet={cabinet} circuit={circuit} />
  ));
  const pickCard = usePicks((picks) => picks.pick);
  const openLamp = useCallback(
    (one: LampRef) => {
      pickCard({ cabinet: undefined, crossing: undefined });
      setLamp(one);
      setGoal(goalOf(lamps.positionOf(one), 'lamp'));
    },
    [pickCard, lamps],
  );
  const crossed = useMapCrossings(setGoal, openLamp, (crossing) => <SelectLit crossing={crossing} />);
  const { lists, panel } = useMapLists({
    ...supply.known,
    lacks: NOT_HERE,
    go: setGoal,
    openLamp,
    openCabinet: supply.shown.onCabinet,
    crossings: crossed.known,
    openCrossing: crossed.openCrossing,
    openTicket: onTicket,
    toChosen: STAY,
    past: undefined,
  });
  const menuOf = useMapMenu({ toTickets, toChosen: STAY });
  const onAll = useSweep(opensAt ?? ground.home);
  const mending = useMending(lamp);
  const legend = useKeptLegend();
  const mends = mending.card !== undefined;
  const onPick = useCallback(
    (target: MapTarget | undefined, adds: boolean) => {
      // A slip of the mouse beside the mark must not end what is being mended.
      if (mends) return;
      if (target?.kind === 'ticket') return onTicket(target.id);
      const cabinet = target?.kind === 'cabinet' ? { id: target.id, circuit: undefined } : undefined;
      pickCard({ cabinet, crossing: target?.kind === 'crossing' ? target.id : undefined });
      setLamp(target?.kind === 'lamp' ? target.lamp : undefined);
      // Beside a lamp nothing is meant: a slip must not cost what was gathered.
      if (target?.kind === 'lamp') click(lampKey(target.lamp), adds);
    },
    [mends, onTicket, click, pickCard],
  );
  const onArea = useCallback(
    (keys: readonly LampKey[], adds: boolean) =>
      choose(keys, { kind: tool === 'box' ? 'box' : 'lasso' }, adds),
    [choose, tool],
  );
  useEffect(() => {
    if (toShow === undefined) return;
    const refs = toShow.map((key) => ({ slot: slotOf(key), index: indexOf(key) }));
    const box = boxOf(refs.map((ref) => lamps.positionOf(ref)).filter((at) => at !== undefined));
    if (box !== undefined) setGoal({ box, zoom: CLOSENESS });
    setLamp(refs.length === 1 ? refs[0] : undefined);
    show(undefined);
  }, [toShow, show, lamps]);
  const close = () => (supply.card ? supply.close() : crossed.card ? crossed.close() : setLamp(undefined));
  useShortcut(
    { keys: 'Escape', shown: t('common.escape'), label: 'palette.key.close', run: close },
    supply.card !== undefined || crossed.card !== undefined || lamp !== undefined,
  );
  return (
    <MapPanel
      {...ground}
      units={NONE}
      cameras={NONE}
      {...supply.shown}
      {...crossed.shown}
      legend={legend}
      lists={lists}
      card={mending.card ?? supply.card ?? crossed.card}
      pin={mending.pin}
      onPin={mending.onPin}
      opensAt={opensAt}
      onMoved={onMoved}
      ticket={undefined}
      camera={undefined}
      lamp={lamp}
      lampSince={lampSince}
      goal={goal}
      onGone={() => setGoal(undefined)}
      lampDetail={undefined}
      onPick={onPick}
      selected={selected}
      tool={tool}
      onArea={onArea}
      onAll={onAll}
      menuOf={menuOf}
      lampPast={lamp && <LampPast lamp={lamp} />}
      lampFoot={
        lamp && (
          <>
            <GroupButtons lamp={lamp} />
            {mending.foot}
          </>
        )
      }
      top={
        <div data-frame className={styles.top}>
          <SelectionTools>
            <SeeNight />
          </SelectionTools>
          {mending.card === undefined && panel}
        </div>
      }
    />
  );
}

/** Opens the night that is or was last, at its dusk or, in the night, at what was a quarter of an hour ago. */
function SeeNight() {
  const t = useT();
  const now = useNow();
  const place = useNightPlace();
  const book = useCity((city) => city.book);
  const open = useReplay((replay) => replay.open);
  const run = () => {
    const [day] = latestNights(now, 1, place);
    if (day === undefined) return;
    const night = replayNight(day, place);
    void open(night, Math.max(night.from, Math.min(now - QUARTER_MS, night.dawn)), [...book.pieces]);
  };
  useShortcut({ keys: 'n', shown: 'N', label: 'replay.enter', run });
  return <IconButton icon={History} size="large" label={t('replay.enter')} shortcut="N" onClick={run} />;
}

interface SelectFedProps {
  readonly cabinet: OpenCabinet;
  readonly circuit: string | undefined;
}

/** From the open cabinet, or the circuit that is looked at, to its lamps selected. */
function SelectFed({ cabinet: { id, circuits }, circuit }: SelectFedProps) {
  const t = useT();
  const choose = useSelection((selection) => selection.choose);
  const show = useSelection((selection) => selection.show);
  const lamps = circuits.flatMap((one) => (circuit === undefined || one.id === circuit ? one.lamps : []));
  return (
    <Button
      onClick={() => {
        choose(lamps, { kind: 'named', name: circuit || id }, false);
        show(lamps);
      }}
    >
      {t('cabinet.select')}
    </Button>
  );
}

/** From the open crossing to the lamps that light it selected. */
function SelectLit({ crossing: { id, street, lamps } }: { readonly crossing: OpenCrossing }) {
  const t = useT();
  const choose = useSelection((selection) => selection.choose);
  const show = useSelection((selection) => selection.show);
  if (lamps.length === 0) return null;
  return (
    <Button
      onClick={() => {
        choose(lamps, { kind: 'named', name: t('crossing.called', { street: street ?? id }) }, false);
        show(lamps);
      }}
    >
      {t('crossing.select')}
    </Button>
  );
}
