import L from 'leaflet';
import 'leaflet.markercluster';
import glify from 'leaflet.glify';
import { LampLayer, lampRadius } from '../../../src/renderer/features/map/layer/lamp-layer.ts';
import { Pace } from '../../../src/renderer/features/map/layer/pace.ts';
import { Turns } from '../../../src/renderer/features/map/layer/turns.ts';
import { mercatorX, mercatorY } from '../../../src/renderer/features/map/mercator.ts';
import type { Ink } from '../../../src/renderer/features/map/painter/lamp-painter.ts';
import { markInks } from '../../../src/renderer/features/map/painter/lamp-painter.ts';
import { markIn } from '../../../src/renderer/features/map/painter/look.ts';
import { readPalette } from '../../../src/renderer/features/map/palette.ts';
import type { City } from './city.ts';

/** Two of them draw nothing: the floor of who draws by software, and of who draws by WebGL. */
export type Name = 'empty' | 'emptyWebgl' | 'splat' | 'webgl' | 'canvas' | 'svg' | 'markercluster' | 'glify';

/** Something that shows the lamps of a city and follows their changes, ten times a second at most. */
export interface Shown {
  /** what lies under a place, asked in its own way: ours by its index, Leaflet's by its own events */
  hover(at: L.LatLng): void;
  stop(): void;
}

type Show = (map: L.Map, city: City) => Shown;

const nothing = () => undefined;

/** As the console has it. */
const ours =
  (painter: 'splat' | 'webgl'): Show =>
  (map, city) => {
    const turns = new Turns();
    const layer = new LampLayer('overlayPane', turns, city.lamps, readPalette().lamps, nothing).addTo(map);
    layer.setPainter(painter);
    return {
      hover: ({ lng, lat }) => layer.pick(mercatorX(lng), mercatorY(lat), map.getZoom()),
      stop: () => {
        layer.dispose();
        turns.dispose();
      },
    };
  };

const inks = (): readonly string[] =>
  markInks(readPalette().lamps).map(
    (ink: Ink) => `rgb(${ink & 255} ${(ink >> 8) & 255} ${(ink >> 16) & 255})`,
  );

/** Changed lamps, gathered for as long as our own painters gather them. */
function follow(city: City, paint: (lamps: Iterable<number>) => void): () => void {
  const changed = new Set<number>();
  const pace = new Pace(() => {
    paint(changed);
    changed.clear();
  });
  const unsubscribe = city.lamps.subscribe((change) => {
    if (change.kind === 'some') for (const lamp of change.lamps) changed.add(lamp);
    pace.ask();
  });
  return () => {
    unsubscribe();
    pace.dispose();
  };
}

/** What Leaflet says of the mouse on its own: events go where they would. */
const byMouse = (map: L.Map) => (at: L.LatLng) => {
  const { x, y } = map.latLngToContainerPoint(at);
  const target = document.elementFromPoint(x, y) ?? map.getContainer();
  target.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: x, clientY: y, view: window }));
};

const circles =
  (renderer: () => L.Renderer, into: (map: L.Map) => L.LayerGroup): Show =>
  (map, city) => {
    const colours = inks();
    const style = (lamp: number): L.CircleMarkerOptions => ({
      fillColor: colours[markIn(city.lamps.look[lamp]!)] ?? '',
    });
    const draws = renderer();
    const radius = lampRadius(map.getZoom());
    const markers = Array.from(city.lon, (lon, lamp) =>
      L.circleMarker([city.lat[lamp]!, lon], {
        renderer: draws,
        radius,
        stroke: false,
        fillOpacity: 1,
        ...style(lamp),
      }),
    );
    const group = into(map);
    for (const marker of markers) group.addLayer(marker);
    map.addLayer(group);
    const resize = () => {
      for (const marker of markers) marker.setRadius(lampRadius(map.getZoom()));
    };
    map.on('zoomend', resize);
    const unfollow = follow(city, (lamps) => {
      for (const lamp of lamps) markers[lamp]!.setStyle(style(lamp));
    });
    return {
      hover: byMouse(map),
      stop: () => {
        unfollow();
        map.off('zoomend', resize);
        group.remove();
      },
    };
  };

const points: Show = (map, city) => {
  const colours = markInks(readPalette().lamps).map((ink) => ({
    r: (ink & 255) / 255,
    g: ((ink >> 8) & 255) / 255,
    b: ((ink >> 16) & 255) / 255,
    a: 1,
  }));
  const layer = glify.default.points({
    map,
    data: Array.from(city.lon, (lon, lamp) => [city.lat[lamp]!, lon] as const),
    size: () => 2 * lampRadius(map.getZoom()),
    color: (lamp) => colours[markIn(city.lamps.look[lamp]!)]!,
    hover: nothing,
  });
  const unfollow = follow(city, () => layer.render());
  return {
    hover: byMouse(map),
    stop: () => {
      unfollow();
      layer.remove();
    },
  };
};

const plain = () => L.layerGroup();

export const SHOWS: Readonly<Record<Name, Show>> = {
  empty: () => ({ hover: nothing, stop: nothing }),
  emptyWebgl: () => ({ hover: nothing, stop: nothing }),
  splat: ours('splat'),
  webgl: ours('webgl'),
  canvas: circles(() => L.canvas(), plain),
  svg: circles(() => L.svg(), plain),
  markercluster: circles(
    () => L.canvas(),
    () => L.markerClusterGroup(),
  ),
  glify: points,
};
