import L from 'leaflet';
import { latOf, metresPerPixel } from '../mercator.ts';
import type { Turns } from './turns.ts';
import type { CanvasView } from './view.ts';

/** Part of the map's size painted beyond each edge, so that a short pan needs no painting. */
const PADDING = 0.15;
const TILE = 256; // Leaflet's world is 256 · 2^zoom pixels wide

/**
 * A canvas that lies on the map and stays where it belongs: it travels with its pane while the map is
 * dragged, is scaled as it is while the map zooms, and is painted anew when either ends or it runs out of edge.
 */
export abstract class CanvasLayer extends L.Layer {
  #canvas: HTMLCanvasElement;
  readonly #turns: Turns;
  readonly #placed = () => this.#place();
  #corner = L.point(0, 0);
  #view: CanvasView | undefined;
  #stale = false;

  constructor(pane: string, className: string, turns: Turns) {
    super();
    L.setOptions(this, { pane }); // a class without Leaflet's `initialize` is given no options
    this.#turns = turns;
    this.#canvas = document.createElement('canvas');
    this.#canvas.className = `leaflet-zoom-animated ${className}`;
    this.#canvas.setAttribute('aria-hidden', 'true');
  }

  protected get canvas(): HTMLCanvasElement {
    return this.#canvas;
  }

  /** Puts another canvas in the place of this one, which is kept by who needs it; it is painted at its turn. */
  protected exchange(canvas: HTMLCanvasElement): void {
    const old = this.#canvas;
    if (canvas === old) return;
    canvas.style.cssText = old.style.cssText;
    canvas.className = old.className;
    canvas.hidden = old.hidden;
    canvas.setAttribute('aria-hidden', 'true');
    old.replaceWith(canvas);
    this.#canvas = canvas;
    if (this.#view) L.DomUtil.setPosition(canvas, this.#corner);
    this.repaint();
  }

  /** Paints the whole canvas. */
  protected abstract paint(view: CanvasView): void;

  /** What the canvas shows now; undefined while it is not on a map. */
  protected get view(): CanvasView | undefined {
    return this.#view;
  }

  override onAdd(): this {
    this.getPane()?.append(this.canvas);
    this.#place();
    return this;
  }

  override onRemove(): this {
    this.#turns.withdraw(this.#placed);
    this.canvas.remove();
    this.#view = undefined;
    return this;
  }

  override getEvents(): { [name: string]: L.LeafletEventHandlerFn } {
    return {
      viewreset: () => this.#follow(),
      moveend: () => this.#turns.ask(this.#placed),
      move: () => this.#follow(),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.#scaleTo(center, zoom);
      },
    };
  }

  /** The same view again, with other content. */
  repaint(): void {
    if (!this._map) return;
    this.#stale = true;
    this.#turns.ask(this.#placed);
  }

  #follow(): void {
    const map = this._map;
    if (map.getZoom() !== this.#view?.zoom) {
      // A flight or a pinch: each step is a new zoom, painting waits for the last.
      this.#scaleTo(map.getCenter(), map.getZoom());
      return;
    }
    const edge = map.containerPointToLayerPoint([0, 0]).subtract(this.#corner);
    const far = edge.add(map.getSize());
    if (edge.x < 0 || edge.y < 0 || far.x > this.#view.width || far.y > this.#view.height)
      this.#turns.ask(this.#placed);
  }

  #scaleTo(center: L.LatLng, zoom: number): void {
    const map = this._map;
    const view = this.#view;
    if (!view) return;
    const scale = map.getZoomScale(zoom, view.zoom);
    const mapPane = map.getPane('mapPane');
    const origin = map
      .project(center, zoom)
      .subtract(map.getSize().divideBy(2))
      .add(mapPane ? L.DomUtil.getPosition(mapPane) : L.point(0, 0))
      .round();
    const corner = L.point(view.originX, view.originY).multiplyBy(scale).subtract(origin);
    L.DomUtil.setTransform(this.#canvas, corner, scale);
  }

  #place(): void {
    const map = this._map;
    const size = map.getSize();
    if (size.x === 0 || size.y === 0) return;
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round();
    const origin = map.getPixelOrigin().add(corner);
    const zoom = map.getZoom();
    const scale = TILE * 2 ** zoom;
    const view: CanvasView = {
      zoom,
      scale,
      originX: origin.x,
      originY: origin.y,
      width: Math.ceil(size.x * (1 + 2 * PADDING)),
      height: Math.ceil(size.y * (1 + 2 * PADDING)),
      pixelRatio: window.devicePixelRatio || 1,
      perMetre: 1 / metresPerPixel(zoom, latOf((origin.y + size.y / 2) / scale)),
    };
    this.#corner = corner;
    L.DomUtil.setPosition(this.#canvas, corner);
    if (!this.#stale && same(view, this.#view)) return;
    this.#stale = false;
    this.#view = view;
    this.canvas.style.width = `${view.width}px`;
    this.canvas.style.height = `${view.height}px`;
    this.paint(view);
  }
}

const same = (a: CanvasView, b: CanvasView | undefined): boolean =>
  a.zoom === b?.zoom &&
  a.originX === b.originX &&
  a.originY === b.originY &&
  a.width === b.width &&
  a.height === b.height &&
  a.pixelRatio === b.pixelRatio;
