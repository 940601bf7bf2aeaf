import type { UnitKind } from '../../../../shared/unit/model.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines of lucide (ISC) on its grid of 24, as the panels beside the map draw them. */
const FOOT =
  'M4 16v-2.38C4 11.5 2.97 10.5 3 8c.03-2.72 1.49-6 4.5-6C9.37 2 10 3.8 10 5.5c0 3.11-2 5.66-2 8.68V16a2 2 0 1 1-4 0Z' +
  'M20 20v-2.38c0-2.12 1.03-3.12 1-5.62-.03-2.72-1.49-6-4.5-6C14.63 6 14 7.8 14 9.5c0 3.11 2 5.66 2 8.68V20a2 2 0 1 0 4 0Z' +
  'M16 17h4M4 13h4';
const TWO_WHEELS =
  'M15 17.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M2 17.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0' +
  'M14 5a1 1 0 1 0 2 0a1 1 0 1 0-2 0M12 17.5V14l-3-3 4-3 2 3h2';
const CAR =
  'M19 17h2c.6 0 1-.4 1-1v-3c0-.9-.7-1.7-1.5-1.9C18.7 10.6 16 10 16 10s-1.3-1.4-2.2-2.3c-.5-.4-1.1-.7-1.8-.7H5' +
  'c-.6 0-1.1.4-1.4.9l-1.4 2.9A3.7 3.7 0 0 0 2 12v4c0 .6.4 1 1 1h2M5 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0M9 17h6' +
  'M15 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0';
const TRUCK =
  'M14 18V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v11a1 1 0 0 0 1 1h2M15 18H9' +
  'M19 18h2a1 1 0 0 0 1-1v-3.65a1 1 0 0 0-.22-.624l-3.48-4.35A1 1 0 0 0 17.52 8H14' +
  'M15 18a2 2 0 1 0 4 0a2 2 0 1 0-4 0M5 18a2 2 0 1 0 4 0a2 2 0 1 0-4 0';
const SHAPES: Readonly<Record<UnitKind, string>> = {
  foot: FOOT,
  bike: TWO_WHEELS,
  motorbike: TWO_WHEELS,
  car: CAR,
  van: TRUCK,
  truck: TRUCK,
};

/** How a unit moves, as a drawing. */
export function unitShape(kind: UnitKind): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'map-unit-shape');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[kind]);
  svg.append(path);
  return svg;
}
