import { useCallback, useMemo, useState } from 'react';
import type { Day } from '../../shared/lighting/local-time.ts';
import { useMapBase } from '../features/base-map/index.ts';
import { useCity } from '../features/city/index.ts';
import {
  type LampRef,
  type MapCentre,
  type MapGoal,
  MapPanel,
  type MapTarget,
  useDrawing,
} from '../features/map/index.ts';
import {
  PastLampCard,
  ReplayBar,
  ReplayFrame,
  type ReplayNight,
  ReplayPanel,
  replayNight,
  useReplay,
  useTicketsThen,
} from '../features/replay/index.ts';
import { useSettings } from '../features/settings/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { useShortcut } from '../lib/keys/index.ts';
import styles from './Lighting.module.css';
import { goalOf, HOME, pastTicket } from './on-map.ts';
import { SafePanel } from './SafePanel.tsx';
import { useHiddenLayers } from './use-hidden-layers.ts';
import { useMapLists } from './use-map-lists.tsx';
import { useNightPlace } from './use-night-place.ts';

interface ReplayViewProps {
  readonly night: ReplayNight;
  /** where the live map was looked at */
  readonly centre: MapCentre | undefined;
}

/** The past in the place of the live city: a map and a panel of its own, from which nothing can be commanded. */
export function ReplayView({ night, centre }: ReplayViewProps) {
  const place = useNightPlace();
  const open = useReplay((replay) => replay.open);
  const book = useCity((city) => city.book);
  const onNight = useCallback(
    (day: Day) => {
      const next = replayNight(day, place);
      void open(next, next.dusk, [...book.pieces]);
    },
    [place, open, book],
  );
  const [ticket, setTicket] = useState<string>();
  return (
    <ReplayFrame>
      <div className={styles.lighting}>
        <SafePanel name="replay.map">
          <PastMap night={night} centre={centre} ticket={ticket} onTicket={setTicket} />
        </SafePanel>
        <SafePanel name="replay.panel">
          <ReplayPanel night={night} place={place} onNight={onNight} ticket={ticket} onTicket={setTicket} />
        </SafePanel>
      </div>
    </ReplayFrame>
  );
}

const NONE = [] as const;
const NOTHING = () => undefined;
/** Of the past only streets and their lamps are listed over the map: its interventions have a list beside it. */
const OF_NOW = ['districts', 'cabinets', 'crossings', 'cameras', 'units', 'tickets'] as const;

interface PastMapProps extends ReplayViewProps {
  /** the intervention that is looked at */
  readonly ticket: string | undefined;
  readonly onTicket: (ticket: string | undefined) => void;
}

function PastMap({ night, centre, ticket, onTicket }: PastMapProps) {
  const t = useT();
  const then = useTicketsThen();
  const tickets = useMemo(() => then.flatMap((one) => pastTicket(t, one)), [t, then]);
  const { streets, areas, book } = useCity((city) => city);
  const reel = useReplay((replay) => replay.reel);
  const lamps = useReplay((replay) => replay.lamps);
  const counts = useReplay((replay) => replay.counts);
  const at = useReplay((replay) => Math.floor(replay.at / 60_000) * 60_000);
  const base = useMapBase();
  const painter = useSettings((settings) => settings.painter);
  const onPainted = useDrawing((drawing) => drawing.told);
  const [lamp, setLamp] = useState<LampRef>();
  const onPick = useCallback(
    (target: MapTarget | undefined) => {
      setLamp(target?.kind === 'lamp' ? target.lamp : undefined);
      onTicket(target?.kind === 'ticket' ? target.id : undefined);
    },
    [onTicket],
  );
  const close = () => setLamp(undefined);
  const [goal, setGoal] = useState<MapGoal>();
  const openLamp = useCallback(
    (one: LampRef) => {
      setLamp(one);
      setGoal(goalOf(lamps.positionOf(one), 'lamp'));
    },
    [lamps],
  );
  const { lists, panel } = useMapLists({
    lacks: OF_NOW,
    cabinets: NONE,
    districts: NONE,
    crossings: NONE,
    go: setGoal,
    openLamp,
    openCabinet: NOTHING,
    openCrossing: NOTHING,
    openTicket: NOTHING,
    toChosen: undefined,
    past: lamps,
  });
  useShortcut(
    { keys: 'Escape', shown: t('common.escape'), label: 'palette.key.close', run: close },
    lamp !== undefined,
  );
  const known = counts === undefined ? 0 : counts.total - counts.unknown;
  const freshness = useMemo(
    () => ({ kind: 'past', at, known, total: counts?.total ?? 0 }) as const,
    [at, known, counts?.total],
  );
  const layers = useHiddenLayers();
  if (reel === undefined) return <div />;
  return (
    <MapPanel
      lamps={lamps}
      streets={streets}
      areas={areas}
      base={base}
      tickets={tickets}
      units={NONE}
      cameras={NONE}
      districts={NONE}
      cabinets={NONE}
      supply={undefined}
      {...layers}
      freshness={freshness}
      home={HOME}
      opensAt={centre}
      painter={painter}
      onPainted={onPainted}
      ticket={ticket}
      camera={undefined}
      lamp={lamp}
      goal={goal}
      onGone={() => setGoal(undefined)}
      lists={lists}
      top={panel && <div className={styles.top}>{panel}</div>}
      lampFacts={(ref) => book.facts(ref)}
      lampDetail={undefined}
      onPick={onPick}
      card={
        lamp && (
          <PastLampCard reel={reel} night={night} lamp={lamp} facts={book.facts(lamp)} onClose={close} />
        )
      }
      tile={<ReplayBar night={night} />}
    />
  );
}
