import type { Display, Point, Rectangle } from 'electron';
import { chromium } from '../host.ts';
import { StrictEmitter } from '../lacking.ts';

/** As much as is used of the protocol's Emulation.ScreenInfo. */
interface ScreenInfo {
  readonly id: string;
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
  readonly devicePixelRatio: number;
  readonly orientation: { readonly angle: number };
  readonly colorDepth: number;
  readonly isInternal: boolean;
  readonly isPrimary: boolean;
}
type KnownDisplay = Pick<
  Display,
  | 'id'
  | 'label'
  | 'internal'
  | 'scaleFactor'
  | 'rotation'
  | 'colorDepth'
  | 'bounds'
  | 'size'
  | 'workArea'
  | 'workAreaSize'
>;

let screens: readonly ScreenInfo[] = [];

/** Keeps the screens that Chromium saw when it started; later changes are not noticed. */
export function setScreens(infos: readonly ScreenInfo[]): void {
  screens = infos;
}

function display(info: ScreenInfo): KnownDisplay {
  return {
    id: Number(info.id),
    label: info.label,
    internal: info.isInternal,
    scaleFactor: info.devicePixelRatio,
    rotation: info.orientation.angle,
    colorDepth: info.colorDepth,
    bounds: { x: info.left, y: info.top, width: info.width, height: info.height },
    size: { width: info.width, height: info.height },
    workArea: { x: info.availLeft, y: info.availTop, width: info.availWidth, height: info.availHeight },
    workAreaSize: { width: info.availWidth, height: info.availHeight },
  };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function distance({ x, y }: Point, { bounds }: KnownDisplay): number {
  const dx = Math.max(bounds.x - x, 0, x - (bounds.x + bounds.width));
  const dy = Math.max(bounds.y - y, 0, y - (bounds.y + bounds.height));
  return Math.hypot(dx, dy);
}

class Screen extends StrictEmitter {
  constructor() {
    super('screen', { emitted: [], never: ['display-added', 'display-metrics-changed', 'display-removed'] });
  }
  getAllDisplays(): KnownDisplay[] {
    chromium('screen');
    return screens.map(display);
  }
  getPrimaryDisplay(): KnownDisplay {
    chromium('screen');
    return display(screens.find((info) => info.isPrimary) ?? screens[0]!);
  }
  /** The display that shares most with the rectangle, or else is nearest to it. */
  getDisplayMatching(rect: Rectangle): KnownDisplay {
    const [best] = this.getAllDisplays().sort((a, b) => overlap(b.bounds, rect) - overlap(a.bounds, rect));
    return best !== undefined && overlap(best.bounds, rect) > 0 ? best : this.getDisplayNearestPoint(rect);
  }
  getDisplayNearestPoint(point: Point): KnownDisplay {
    return this.getAllDisplays().sort((a, b) => distance(point, a) - distance(point, b))[0]!;
  }
}

/** Electron's `screen`. */
export const screen = new Screen();
