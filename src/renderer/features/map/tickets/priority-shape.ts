import type { Priority } from '../../../../shared/ticket/model.ts';
import { PRIORITY_SHAPES } from '../../../ui/index.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A priority's mark as an SVG element; `tickets.css` colours it. */
export function priorityShape(priority: Priority): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `map-shape map-shape-p${priority}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, path] of Object.entries(PRIORITY_SHAPES[priority])) {
    const element = document.createElementNS(SVG, 'path');
    element.setAttribute('d', path);
    element.setAttribute('class', `map-shape-${name}`);
    svg.append(element);
  }
  return svg;
}
