import type { Ink, LampPalette } from './painter/lamp-painter.ts';

/** The map's colours as CSS has them now. Read once per theme: a theme is a change of tokens and nothing else. */
export interface MapPalette {
  readonly lamps: LampPalette;
  readonly ground: string;
  readonly road: string;
  readonly minorRoad: string;
  readonly water: string;
  readonly park: string;
  readonly rail: string;
  readonly block: string;
  /** what subdues a base map's pictures, as a CSS filter: of light ones and of dark ones */
  readonly picture: { readonly light: string; readonly dark: string };
  readonly border: string;
  readonly label: string;
  readonly place: string;
  readonly halo: string;
  readonly cone: string;
  readonly panel: string;
  readonly watched: string;
  readonly stale: string;
  readonly lost: string;
  readonly fault: string;
  readonly font: string;
}

export function readPalette(): MapPalette {
  // The root's: of a map that is hidden at that moment the browser may not tell the new colours.
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const ink = inkReader();
  const lamp = (name: string) => ink(token(`--lamp-${name}`));
  return {
    lamps: {
      levels: [lamp('0'), lamp('1'), lamp('2'), lamp('3'), lamp('4')],
      fault: lamp('fault'),
      noNews: lamp('lost'),
      override: lamp('override'),
      presence: lamp('4'),
      commanded: ink(token('--commanded')),
      acknowledged: ink(token('--acknowledged')),
    },
    ground: token('--map-ground'),
    road: token('--map-road'),
    minorRoad: token('--map-road-2'),
    water: token('--map-water'),
    park: token('--map-park'),
    rail: token('--map-rail'),
    block: token('--map-block'),
    picture: { light: token('--map-picture-light'), dark: token('--map-picture-dark') },
    border: token('--map-border'),
    label: token('--map-label'),
    place: token('--t1'),
    halo: token('--map-halo'),
    cone: token('--map-cone'),
    panel: token('--s1'),
    watched: token('--t1'),
    stale: token('--stale'),
    lost: token('--lost'),
    fault: token('--lamp-fault'),
    font: token('--font-ui'),
  };
}

/** Lets the browser read the colour, whatever notation a token uses. */
function inkReader(): (colour: string) => Ink {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  return (colour) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
    return r! | (g! << 8) | (b! << 16);
  };
}
