/**
 * Normalised Web Mercator (EPSG:3857): the world is the square [0, 1] × [0, 1], x eastward, y southward.
 * Multiplied by 256 · 2^zoom it gives Leaflet's world pixels, by 2^zoom the addresses of tiles.
 */
const RAD = Math.PI / 180;
/** Beyond this latitude the square ends. */
const MAX_LAT = 85.051_128_779_8;

export const mercatorX = (lon: number): number => lon / 360 + 0.5;

export function mercatorY(lat: number): number {
  const s = Math.sin(Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * RAD);
  return 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
}

export const lonOf = (x: number): number => (x - 0.5) * 360;
export const latOf = (y: number): number => Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RAD;
