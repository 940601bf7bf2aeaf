import type { CrossingLight } from '../../../shared/crossing/light.ts';
import type { Box } from '../../../shared/geo/box.ts';
import type { GroundArea } from '../../../shared/geo/ground.ts';
import type { Position } from '../../../shared/geo/position.ts';
import type { StreetPiece } from '../../../shared/geo/streets.ts';
import type { LampKey } from '../../../shared/lamp/selection.ts';
import { BaseCredit } from './base/BaseCredit.tsx';
import type { MapBase } from './base/model.ts';
import './floating.css';
import './legend/legend.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocale, useT } from '../../lib/i18n/index.tsx';
import { useMapEngine } from './engine/use-map-engine.ts';
import { LampCard } from './LampCard.tsx';
import type { LampTable } from './lamp-table.ts';
import type { MapTool } from './layer/area-tool.ts';
import { HiddenNote } from './legend/HiddenNote.tsx';
import { type KeptLegend, MapControls, type MapLists } from './MapControls.tsx';
import { MapMenu } from './MapMenu.tsx';
import { MapNote } from './MapNote.tsx';
import type {
  LampDetail,
  LampFacts,
  LampRef,
  MapCabinet,
  MapCamera,
  MapCentre,
  MapCrossing,
  MapDistrict,
  MapFreshness,
  MapGoal,
  MapLayerName,
  MapMenuOf,
  MapSupply,
  MapTarget,
  MapTicket,
  MapUnit,
} from './model.ts';
import { OverviewNote } from './OverviewNote.tsx';
import type { PainterChoice, PainterStatus } from './painter/choice.ts';
import { ALL_SIGNS } from './painter/look.ts';
import { ScaleBar } from './ScaleBar.tsx';
import { TicketStack } from './tickets/TicketStack.tsx';
import { useStack } from './tickets/use-stack.ts';

export interface MapPanelProps {
  readonly lamps: LampTable;
  readonly streets: readonly StreetPiece[];
  readonly areas: readonly GroundArea[];
  /** what lies under it, over the streets of the inventory */
  readonly base: MapBase | undefined;
  readonly tickets: readonly MapTicket[];
  readonly units: readonly MapUnit[];
  readonly cameras: readonly MapCamera[];
  readonly districts: readonly MapDistrict[];
  readonly cabinets: readonly MapCabinet[];
  readonly crossings?: readonly MapCrossing[];
  /** the crossing that is looked at */
  readonly crossing?: string | undefined;
  /** which crossings a lamp at a place lights; must not change without need */
  readonly crossingsOf?: CrossingLight['litFrom'];
  /** the cabinet that is looked at */
  readonly supply: MapSupply | undefined;
  /** layers that are not shown, and what somebody makes of them */
  readonly hidden: readonly MapLayerName[];
  readonly onHidden: (hidden: readonly MapLayerName[]) => void;
  /** where the legend stays open, or closed, as somebody left it */
  readonly legend?: KeptLegend | undefined;
  /** whether lists of what it shows are open, if there are any, and what somebody makes of that */
  readonly lists?: MapLists | undefined;
  readonly freshness: MapFreshness;
  readonly home: MapCentre;
  /** where it opens, if not there */
  readonly opensAt?: MapCentre | undefined;
  /** which painter is wanted for the lamps */
  readonly painter: PainterChoice;
  /** told which one paints, and why; must not change */
  readonly onPainted: (status: PainterStatus) => void;
  /** the open ticket: the map goes there when it changes */
  readonly ticket: string | undefined;
  readonly camera: string | undefined;
  /** its card is open */
  readonly lamp: LampRef | undefined;
  /** where the map is wanted; it goes there once and says so */
  readonly goal: MapGoal | undefined;
  readonly onGone: () => void;
  /** from a lamp's card to what feeds it */
  readonly onCabinet?: (cabinet: string, circuit: string | undefined) => void;
  readonly lampFacts: (lamp: LampRef) => LampFacts | undefined;
  readonly lampDetail: LampDetail | undefined;
  /** when the open lamp was last told of, ms, 0 for never, where it is not followed any more */
  readonly lampSince?: number | undefined;
  /** lamp: also told of undefined, when its card is closed */
  readonly onPick: (target: MapTarget | undefined, adds: boolean) => void;
  /** lamps with a ring about them, what a drag of the mouse does, and the lamps that it was drawn round */
  readonly selected?: ReadonlySet<LampKey>;
  readonly tool?: MapTool;
  readonly onArea?: (lamps: readonly LampKey[], adds: boolean) => void;
  /** wanted are all lamps that are on the screen: told of them once; undefined while they are not */
  readonly onAll?: ((lamps: readonly LampKey[]) => void) | undefined;
  /** what can be done at a place; without it there is no menu */
  readonly menuOf?: MapMenuOf | undefined;
  /** what of the city is seen, now and whenever that changes; must not change */
  readonly onView?: (box: Box) => void;
  /** where it is now, each time it has moved */
  readonly onMoved?: (centre: MapCentre) => void;
  /** floats at the top left, before the map in the order of Tab */
  readonly top?: ReactNode;
  /** what the lamp whose card is open did of late */
  readonly lampPast?: ReactNode;
  /** what can be done with it */
  readonly lampFoot?: ReactNode;
  /** stands in the place of the lamp's card */
  readonly card?: ReactNode;
  /** a mark that the operator puts somewhere, and where it was drawn to */
  readonly pin?: Position | undefined;
  readonly onPin?: (position: Position) => void;
  /** a place is pointed at: told where the cross is and what was taken; nothing else is picked meanwhile; must not change */
  readonly aiming?: boolean;
  readonly onAim?: (position: Position) => void;
  readonly onPlace?: (position: Position) => void;
  /** floats at the bottom right; the lamp's card then gives way upward */
  readonly tile?: ReactNode;
}

const NO_CROSSINGS: readonly MapCrossing[] = [];
const NO_LAMPS: ReadonlySet<LampKey> = new Set();

/** Hosts the map engine; what floats on the map is React's. */
export function MapPanel(props: MapPanelProps) {
  const { lamps, streets, areas, tickets, units, cameras, freshness, ticket, camera, lamp, goal } = props;
  const { districts, cabinets, crossings = NO_CROSSINGS, crossing, supply, hidden } = props;
  const {
    painter,
    pin,
    onPick,
    onView,
    onMoved,
    onGone,
    onPin,
    aiming = false,
    onAim,
    onPlace,
    selected = NO_LAMPS,
    tool = 'pick',
    onArea,
    onAll,
  } = props;
  const t = useT();
  const locale = useLocale();
  const container = useRef<HTMLDivElement>(null);
  const engine = useMapEngine(container, lamps, props.home, props.onPainted, props.opensAt);
  const stack = useStack(engine, tickets);
  const [signs, setSigns] = useState(ALL_SIGNS);
  const still = freshness.kind === 'stale' || freshness.kind === 'silent';
  const staleSince = still ? freshness.since : undefined;

  useEffect(() => engine?.setPainter(painter), [engine, painter]);
  useEffect(() => engine?.setSigns(signs), [engine, signs]);
  useEffect(() => engine?.setBase(props.base), [engine, props.base]);
  useEffect(() => engine?.setStreets(streets), [engine, streets]);
  useEffect(() => engine?.setAreas(areas), [engine, areas]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the locale changes the buttons' names
  useEffect(() => engine?.setTickets(tickets), [engine, tickets, locale]);
  useEffect(() => engine?.setUnits(units), [engine, units]);
  useEffect(() => engine?.setCameras(cameras), [engine, cameras]);
  useEffect(() => engine?.setDistricts(districts), [engine, districts]);
  useEffect(() => engine?.setCabinets(cabinets), [engine, cabinets]);
  useEffect(() => engine?.setCrossings(crossings), [engine, crossings]);
  useEffect(() => engine?.setSupply(supply), [engine, supply]);
  useEffect(() => engine?.setHidden(hidden), [engine, hidden]);
  useEffect(() => engine?.setStale(staleSince), [engine, staleSince]);
  useEffect(() => engine?.setPin(pin), [engine, pin]);
  useEffect(() => engine?.setSelected(selected), [engine, selected]);
  useEffect(() => engine?.setTool(tool), [engine, tool]);
  useEffect(
    () => engine?.select({ ticket, camera, lamp, crossing }),
    [engine, ticket, camera, lamp, crossing],
  );
  useEffect(() => {
    if (engine !== undefined) onAll?.(engine.lampsOnScreen);
  }, [engine, onAll]);
  const place = tickets.find(({ id }) => id === ticket)?.position;
  const [lon, lat] = place ?? [];
  useEffect(() => {
    if (lon !== undefined && lat !== undefined) engine?.flyTo([lon, lat]);
  }, [engine, lon, lat]);
  useEffect(() => {
    if (engine === undefined || goal === undefined) return;
    if ('box' in goal) engine.flyToAll(goal.box, goal.zoom);
    else engine.flyTo(goal.position, goal.zoom);
    onGone();
  }, [engine, goal, onGone]);
  useEffect(
    () =>
      engine?.subscribe((event) => {
        if (event.kind === 'view' && event.box !== undefined) onView?.(event.box);
        if (event.kind === 'view') onMoved?.(event.centre);
        if (event.kind === 'pick') onPick(event.target, event.adds);
        if (event.kind === 'area') onArea?.(event.lamps, event.adds);
        if (event.kind === 'pin') onPin?.(event.position);
        if (event.kind === 'aim') onAim?.(event.position);
        if (event.kind === 'place') onPlace?.(event.position);
      }),
    [engine, onPick, onView, onMoved, onPin, onArea, onAim, onPlace],
  );
  // After the listeners are there: it tells at once where the cross stands.
  useEffect(() => engine?.setAiming(aiming), [engine, aiming]);

  useEffect(() => {
    const box = engine?.viewEvent.box;
    if (box !== undefined) onView?.(box);
  }, [engine, onView]);

  const facts = lamp && props.lampFacts(lamp);
  const detail = facts && props.lampDetail?.id === facts.id ? props.lampDetail : undefined;
  return (
    <section className="map-panel" aria-label={t('map.name')}>
      {props.top}
      <div
        ref={container}
        className="map-host"
        role="application"
        data-entry
        aria-label={t(aiming ? 'map.aim.howTo' : 'map.howTo')}
      />
      <MapControls
        engine={engine}
        base={props.base}
        lamps={lamps}
        signs={signs}
        onSigns={setSigns}
        hidden={hidden}
        onHidden={props.onHidden}
        legend={props.legend}
        lists={props.lists}
        since={staleSince}
      />
      <div className="map-foot">
        <HiddenNote lamps={lamps} shown={signs} onShow={setSigns} />
        <OverviewNote engine={engine} />
        <BaseCredit engine={engine} base={props.base} />
        <MapNote freshness={freshness} />
      </div>
      {props.tile}
      {props.card}
      {lamp && !props.card && (
        <LampCard
          key={`${lamp.slot} ${lamp.index}`}
          lamps={lamps}
          lamp={lamp}
          facts={facts}
          detail={detail}
          since={props.lampSince}
          onCabinet={props.onCabinet}
          crossingsOf={props.crossingsOf}
          raised={props.tile !== undefined}
          past={props.lampPast}
          foot={props.lampFoot}
          onClose={() => onPick(undefined, true)}
        />
      )}
      {stack.open && (
        <TicketStack
          {...stack.open}
          onPick={(id) => {
            stack.close();
            onPick({ kind: 'ticket', id }, false);
          }}
          onClose={stack.close}
        />
      )}
      {props.menuOf && <MapMenu engine={engine} host={container} menuOf={props.menuOf} />}
      <ScaleBar engine={engine} />
    </section>
  );
}
