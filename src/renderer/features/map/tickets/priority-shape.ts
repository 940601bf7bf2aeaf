import type { Priority } from '../../../../shared/ticket/model.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines in a box of 24: octagon, triangle, diamond, circle. Shape says what colour says. */
const OUTLINES: Readonly<Record<Priority, string>> = {
  1: 'M8.2 2h7.6L22 8.2v7.6L15.8 22H8.2L2 15.8V8.2z',
  2: 'M12 2.5 22.5 21h-21z',
  3: 'M12 2.6 21.4 12 12 21.4 2.6 12z',
  4: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z',
};
/** The stroke inside what is filled. */
const STROKES: Readonly<Partial<Record<Priority, string>>> = {
  1: 'M12 6.6v6.6M12 16.4v1',
  2: 'M12 9.4v5M12 17.2v.8',
};

/** A priority's mark as an SVG element; `tickets.css` colours it. */
export function priorityShape(priority: Priority): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `map-shape map-shape-p${priority}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, path] of [
    ['outline', OUTLINES[priority]],
    ['stroke', STROKES[priority]],
  ] as const) {
    if (!path) continue;
    const element = document.createElementNS(SVG, 'path');
    element.setAttribute('d', path);
    element.setAttribute('class', `map-shape-${name}`);
    svg.append(element);
  }
  return svg;
}
