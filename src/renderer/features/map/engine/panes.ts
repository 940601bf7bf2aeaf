import type L from 'leaflet';

/** From bottom to top. Leaflet's own panes lie between 200 and 800. */
const PANES = {
  streets: 210,
  base: 215,
  crossings: 217,
  selected: 218,
  lamps: 220,
  outlines: 227,
  over: 230,
  rings: 240,
  units: 590,
  tickets: 600,
  pin: 610,
} as const;

export const paneName = (layer: keyof typeof PANES): string => `vigie-${layer}`;

export function createPanes(map: L.Map): void {
  for (const [name, z] of Object.entries(PANES))
    map.createPane(paneName(name as keyof typeof PANES)).style.zIndex = String(z);
}
