import { type Label, planLabels } from '../labels/label-plan.ts';
import { Occupancy, type Slab } from '../labels/occupancy.ts';
import type { MapCamera } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import type { MapPlace, StreetLine } from '../streets.ts';
import { camerasShown, paintCamera, slabOf } from './camera-mark.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { freshContext } from './trace.ts';
import type { CanvasView } from './view.ts';

const FONTS = { street: '500 15px', place: '600 16px' } as const;
const HALO = 4;

/** What lies over the lamps: cameras with what they see, and names. Tickets lie above it all. */
export class OverLayer extends CanvasLayer {
  readonly #obstacles: (view: CanvasView) => readonly Slab[];
  readonly #widths = new Map<string, number>();
  #palette: MapPalette;
  #streets: readonly StreetLine[] = [];
  #places: readonly MapPlace[] = [];
  #cameras: readonly MapCamera[] = [];
  #selected: string | undefined;
  #shown = { names: true, cameras: true };

  /** @param obstacles where no name may stand: the tickets, in pixels of the canvas */
  constructor(pane: string, palette: MapPalette, obstacles: (view: CanvasView) => readonly Slab[]) {
    super(pane, 'map-over');
    this.#palette = palette;
    this.#obstacles = obstacles;
  }

  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    this.repaint();
  }

  setNames(streets: readonly StreetLine[], places: readonly MapPlace[]): void {
    this.#streets = streets.toSorted((a, b) => order(a) - order(b) || b.length - a.length);
    this.#places = places;
    this.repaint();
  }

  setCameras(cameras: readonly MapCamera[]): void {
    this.#cameras = cameras;
    this.repaint();
  }

  selectCamera(id: string | undefined): void {
    if (this.#selected === id) return;
    this.#selected = id;
    this.repaint();
  }

  setShown(what: 'names' | 'cameras', shown: boolean): void {
    this.#shown = { ...this.#shown, [what]: shown };
    this.repaint();
  }

  /** Cameras that can be seen, and so picked, at a zoom. */
  visibleCameras(zoom: number): readonly MapCamera[] {
    return this.#shown.cameras && camerasShown(zoom) ? this.#cameras : [];
  }

  protected override paint(view: CanvasView): void {
    const context = freshContext(this.canvas, view);
    const occupancy = new Occupancy(view.width, view.height);
    for (const slab of this.#obstacles(view)) occupancy.block(slab);
    const cameras = this.visibleCameras(view.zoom);
    for (const camera of cameras) occupancy.block(slabOf(view, camera));
    for (const camera of cameras) {
      context.font = `${FONTS.street} ${this.#palette.font}`;
      paintCamera(context, view, camera, this.#palette, camera.id === this.#selected, occupancy);
    }
    if (!this.#shown.names) return;
    const width = (text: string, kind: Label['kind']) => this.#width(context, text, kind);
    for (const label of planLabels(view, this.#streets, this.#places, occupancy, width))
      this.#write(context, label);
  }

  #write(context: CanvasRenderingContext2D, { text, kind, x, y, angle }: Label): void {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.font = `${FONTS[kind]} ${this.#palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineWidth = HALO;
    context.strokeStyle = this.#palette.halo;
    context.strokeText(text, 0, 0);
    context.fillStyle = kind === 'place' ? this.#palette.place : this.#palette.label;
    context.fillText(text, 0, 0);
    context.restore();
  }

  #width(context: CanvasRenderingContext2D, text: string, kind: Label['kind']): number {
    const key = `${kind}${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    context.font = `${FONTS[kind]} ${this.#palette.font}`;
    const { width } = context.measureText(text);
    this.#widths.set(key, width);
    return width;
  }
}

const order = (street: StreetLine) => (street.rank === 'main' ? 0 : 1);
