import type L from 'leaflet';
import { mercatorX, mercatorY } from '../mercator.ts';

/** How lamps are taken by mouse: one by one, or by a line or a box drawn round them. */
export type MapTool = 'pick' | 'lasso' | 'box';

/** A press that moves less is a click, and corners of a line nearer than this are one; CSS pixels. */
const [CLICK, CORNER] = [5, 3];

export interface AreaToolOptions {
  readonly map: L.Map;
  /** as it is drawn: x and y by turns, normalised Web Mercator; empty once it is no more */
  readonly drawing: (line: readonly number[]) => void;
  /** drawn to its end. @param adds to what is selected */
  readonly drawn: (line: readonly number[], adds: boolean) => void;
}

/** Draws a line or a box on the map with the mouse. While it may, a drag does not move the map; Escape gives up. */
export class AreaTool {
  readonly #on: AreaToolOptions;
  readonly #container: HTMLElement;
  #tool: MapTool = 'pick';
  #start: L.Point | undefined;
  #last: L.Point | undefined;
  #line: number[] = [];
  /** the press that ends now has drawn something: it is no click */
  drew = false;

  constructor(options: AreaToolOptions) {
    this.#on = options;
    this.#container = options.map.getContainer();
    this.#container.addEventListener('pointerdown', this.#press);
  }

  set(tool: MapTool): void {
    const { map } = this.#on;
    this.#tool = tool;
    this.#end();
    const drags = tool === 'pick';
    map.dragging[drags ? 'enable' : 'disable']();
    map.boxZoom[drags ? 'enable' : 'disable']();
    this.#container.classList.toggle('map-drawing', !drags);
  }

  dispose(): void {
    this.#end();
    this.#container.removeEventListener('pointerdown', this.#press);
  }

  readonly #press = (event: PointerEvent): void => {
    this.drew = false;
    if (this.#tool === 'pick' || event.button !== 0) return;
    this.#start = this.#last = this.#on.map.mouseEventToContainerPoint(event);
    this.#line = this.#at(this.#start);
    document.addEventListener('pointermove', this.#move);
    document.addEventListener('pointerup', this.#release);
    document.addEventListener('keydown', this.#key, { capture: true });
  };

  readonly #move = (event: PointerEvent): void => {
    const at = this.#on.map.mouseEventToContainerPoint(event);
    if (this.#start === undefined || this.#last === undefined || at.distanceTo(this.#last) < CORNER) return;
    if (!this.drew && at.distanceTo(this.#start) < CLICK) return;
    this.drew = true;
    this.#last = at;
    if (this.#tool === 'lasso') this.#line.push(...this.#at(at));
    else {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [this.#at(this.#start), this.#at(at)];
      this.#line = [ax, ay, bx, ay, bx, by, ax, by];
    }
    this.#on.drawing(this.#line);
  };

  readonly #release = (event: PointerEvent): void => {
    const line = this.#line;
    const whole = this.drew && line.length >= 6;
    this.#end();
    if (whole) this.#on.drawn(line, event.shiftKey);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    this.#end();
  };

  #at(point: L.Point): [number, number] {
    const { lng, lat } = this.#on.map.containerPointToLatLng(point);
    return [mercatorX(lng), mercatorY(lat)];
  }

  #end(): void {
    this.#start = this.#last = undefined;
    this.#line = [];
    this.#on.drawing([]);
    document.removeEventListener('pointermove', this.#move);
    document.removeEventListener('pointerup', this.#release);
    document.removeEventListener('keydown', this.#key, { capture: true });
  }
}
