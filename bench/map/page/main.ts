import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import '../../../src/renderer/ui/tokens.css';
import { type City, MIDDLE, makeCity } from './city.ts';
import { type Name, SHOWS, type Shown } from './rivals.ts';

export interface MapPage {
  /** Makes a city and an empty map of it. */
  open(count: number): Promise<void>;
  /** @returns ms until its lamps were painted for the first time */
  show(name: Name): Promise<number>;
  hide(): Promise<void>;
  zoomTo(zoom: number): Promise<void>;
  /** Lamps change so often a second. @returns ms between frames */
  live(ms: number, perSecond: number): Promise<readonly number[]>;
  /** Zooms in and out again, as by a wheel, so many times. @returns ms between frames */
  zooms(times: number): Promise<readonly number[]>;
  /** All lamps change at once. @returns ms until that was painted */
  burst(): Promise<number>;
  /** @returns ms for each of so many places that were pointed at */
  hover(times: number): Promise<readonly number[]>;
  /** @returns ms of the longest task since it was asked last */
  longest(): number;
  /** Takes a batch as a seat has made it. @param base64 see shared/lamp/batch.ts */
  apply(base64: string): void;
  /** Looks from now on at the pixel where a lamp stands. */
  watch(lon: number, lat: number): Promise<void>;
  /** @returns ms since the epoch at which that pixel was another one */
  changed(): Promise<number>;
}
declare global {
  interface Window {
    mapPage: MapPage;
  }
}

/** How often a seat hears of lamps. */
const BATCH_MS = 50;

let map: L.Map | undefined;
let city: City | undefined;
let shown: Shown | undefined;
let level = 60;
let longest = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
}).observe({ type: 'longtask' });

let change: Promise<number> | undefined;

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
/** Resolves behind the painting of what was asked for, which may wait its turn for a tenth of a second. */
async function painted(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (let n = 0; n < 2; n++) await frame();
  await afterFrame();
  return performance.now();
}
/** Behind what a frame painted. */
async function afterFrame(): Promise<void> {
  await frame();
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
}
/** Reads the pixel of the one canvas at a place. */
function pixelAt(at: L.LatLng): () => number {
  const canvas = document.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) throw new Error('nothing draws on a canvas');
  const { x, y } = given(map).latLngToContainerPoint(at);
  const { left, top, width } = canvas.getBoundingClientRect();
  const ratio = canvas.width / width;
  return () => {
    const { data } = context.getImageData(
      Math.floor((x - left) * ratio),
      Math.floor((y - top) * ratio),
      1,
      1,
    );
    return new DataView(data.buffer).getUint32(0);
  };
}
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no city is open');
  return value;
}

window.mapPage = {
  async open(count) {
    map?.remove();
    city = makeCity(count);
    map = L.map('map', {
      center: [MIDDLE[1], MIDDLE[0]],
      zoom: 14,
      zoomSnap: 0.5,
      maxZoom: 19, // markercluster wants one
      zoomControl: false,
      attributionControl: false,
      preferCanvas: true,
      // All but the zoom that is measured is told not to use it.
      zoomAnimation: true,
      fadeAnimation: false,
      inertia: false,
    });
    await painted();
  },
  async show(name) {
    const start = performance.now();
    shown = SHOWS[name](given(map), given(city));
    return (await painted()) - start;
  },
  async hide() {
    shown?.stop();
    shown = undefined;
    given(map).setView([MIDDLE[1], MIDDLE[0]], 14, { animate: false });
    await painted();
  },
  async zoomTo(zoom) {
    given(map).setZoom(zoom, { animate: false });
    await painted();
  },
  async live(ms, perSecond) {
    const { lamps, batch } = given(city);
    const timer = setInterval(() => lamps.apply(batch((perSecond * BATCH_MS) / 1_000)), BATCH_MS);
    const start = await frame();
    const deltas: number[] = [];
    for (let before = start; before - start < ms; ) {
      const now = await frame();
      deltas.push(now - before);
      before = now;
    }
    clearInterval(timer);
    await painted();
    return deltas;
  },
  async zooms(times) {
    const on = given(map);
    const deltas: number[] = [];
    for (let n = 0; n < times; n++) {
      let over = false;
      on.once('zoomend', () => {
        over = true;
      });
      on.setZoom(n % 2 === 0 ? 15 : 14, { animate: true });
      let before = await frame();
      // One more: the picture at the new zoom is painted in it.
      for (let last = false; !last; ) {
        last = over;
        const now = await frame();
        deltas.push(now - before);
        before = now;
      }
      await painted();
    }
    return deltas;
  },
  async burst() {
    level = level === 60 ? 80 : 60;
    const bytes = given(city).dusk(level);
    const start = performance.now();
    given(city).lamps.apply(bytes);
    return (await painted()) - start;
  },
  async hover(times) {
    const taken: number[] = [];
    const { lon, lat } = given(city);
    const seen = given(map).getBounds();
    for (let lamp = 0; taken.length < times && lamp < lon.length; lamp += 7) {
      const at = L.latLng(lat[lamp]!, lon[lamp]!);
      if (!seen.contains(at)) continue;
      await new Promise((resolve) => setTimeout(resolve, 40)); // Leaflet's canvas listens every 32 ms
      const start = performance.now();
      shown?.hover(at);
      taken.push(performance.now() - start);
    }
    return taken;
  },
  apply(base64) {
    given(city).lamps.apply(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
  },
  async watch(lon, lat) {
    const look = pixelAt(L.latLng(lat, lon));
    const before = look();
    change = (async () => {
      for (;;) {
        await afterFrame();
        if (look() !== before) return performance.timeOrigin + performance.now();
      }
    })();
  },
  changed: () => given(change),
  longest() {
    const most = longest;
    longest = 0;
    return most;
  },
};
