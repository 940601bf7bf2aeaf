import { type Label, planLabels } from '../labels/label-plan.ts';
import { LabelSprites } from '../labels/label-sprites.ts';
import { Occupancy, type Slab } from '../labels/occupancy.ts';
import { mercatorX, mercatorY } from '../mercator.ts';
import type { MapCabinet, MapCamera } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import { type MapPlace, type StreetLine, withMore } from '../streets.ts';
import { type CabinetSign, paintCabinet, pickCabinet, placeCabinets } from './cabinet-mark.ts';
import { camerasShown, paintCamera, slabOf } from './camera-mark.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { type GroundLabel, paintGroundLabels } from './ground-label.ts';
import { freshContext } from './trace.ts';
import type { Turns } from './turns.ts';
import type { CanvasView } from './view.ts';

/** How far from a camera a pointer still means it, CSS pixels. */
const CAMERA_REACH = 12;

/** What lies over the lamps: cabinets, cameras with what they see, and names. Tickets lie above it all. */
export class OverLayer extends CanvasLayer {
  readonly #obstacles: (view: CanvasView) => readonly Slab[];
  readonly #sprites: LabelSprites;
  #palette: MapPalette;
  #streets: readonly StreetLine[] = [];
  #places: readonly MapPlace[] = [];
  #cameras: readonly MapCamera[] = [];
  #cabinets: readonly MapCabinet[] = [];
  /** those in the picture */
  #signs: readonly CabinetSign[] = [];
  #labels: readonly GroundLabel[] = [];
  #selected: { readonly camera?: string | undefined; readonly cabinet?: string | undefined } = {};
  #shown = { names: true, cameras: true, cabinets: true };
  /** those that the base map names beside our own */
  #morePlaces: readonly MapPlace[] = [];
  /** names are part of the base map's pictures: ours would say them twice */
  #isNamedBelow = false;

  /** @param obstacles where no name may stand: the tickets, in pixels of the canvas */
  constructor(
    pane: string,
    turns: Turns,
    palette: MapPalette,
    obstacles: (view: CanvasView) => readonly Slab[],
  ) {
    super(pane, 'map-over', turns);
    this.#palette = palette;
    this.#sprites = new LabelSprites(palette);
    this.#obstacles = obstacles;
  }

  /** Also when fonts have come: names are drawn anew. */
  setPalette(palette: MapPalette): void {
    this.#palette = palette;
    this.#sprites.reset(palette);
    this.repaint();
  }

  setNames(streets: readonly StreetLine[], places: readonly MapPlace[]): void {
    this.#streets = streets.toSorted((a, b) => order(a) - order(b) || b.length - a.length);
    this.#places = places;
    this.repaint();
  }

  /** What the base map under all this names. */
  setBelow(places: readonly MapPlace[], isNamed: boolean): void {
    this.#morePlaces = places;
    this.#isNamedBelow = isNamed;
    this.repaint();
  }

  setCameras(cameras: readonly MapCamera[]): void {
    this.#cameras = cameras;
    this.repaint();
  }

  setCabinets(cabinets: readonly MapCabinet[]): void {
    this.#cabinets = cabinets;
    this.repaint();
  }

  /** Names of outlines: districts, circuits. */
  setLabels(labels: readonly GroundLabel[]): void {
    this.#labels = labels;
    this.repaint();
  }

  select(camera: string | undefined, cabinet: string | undefined): void {
    if (this.#selected.camera === camera && this.#selected.cabinet === cabinet) return;
    this.#selected = { camera, cabinet };
    this.repaint();
  }

  setShown(what: 'names' | 'cameras' | 'cabinets', shown: boolean): void {
    this.#shown = { ...this.#shown, [what]: shown };
    this.repaint();
  }

  /** Cameras that can be seen, and so picked, at a zoom. */
  visibleCameras(zoom: number): readonly MapCamera[] {
    return this.#shown.cameras && camerasShown(zoom) ? this.#cameras : [];
  }

  /** The camera meant by a place (normalised Web Mercator) at a zoom. */
  pickCamera(x: number, y: number, zoom: number): MapCamera | undefined {
    const reach = CAMERA_REACH / (256 * 2 ** zoom);
    return this.visibleCameras(zoom).find(
      ({ position: [lon, lat] }) => Math.hypot(mercatorX(lon) - x, mercatorY(lat) - y) <= reach,
    );
  }

  /** The cabinet meant by a place (normalised Web Mercator) at a zoom, of those that have a sign. */
  pickCabinet(x: number, y: number, zoom: number): MapCabinet | undefined {
    return pickCabinet(this.#signs, x, y, zoom);
  }

  protected override paint(view: CanvasView): void {
    const context = freshContext(this.canvas, view);
    const occupancy = new Occupancy(view.width, view.height);
    for (const slab of this.#obstacles(view)) occupancy.block(slab);
    const cameras = this.visibleCameras(view.zoom);
    for (const camera of cameras) occupancy.block(slabOf(view, camera));
    const cabinets = this.#shown.cabinets ? this.#cabinets : [];
    this.#signs = placeCabinets(view, cabinets, this.#selected.cabinet, occupancy);
    context.font = `500 15px ${this.#palette.font}`;
    for (const camera of cameras)
      paintCamera(context, view, camera, this.#palette, camera.id === this.#selected.camera, occupancy);
    for (const sign of this.#signs) paintCabinet(context, view, sign, this.#palette, occupancy);
    if (this.#shown.names && !this.#isNamedBelow) this.#paintNames(context, view, occupancy);
    context.font = `500 15px ${this.#palette.font}`;
    paintGroundLabels(context, view, this.#labels, this.#palette, occupancy);
  }

  #paintNames(context: CanvasRenderingContext2D, view: CanvasView, occupancy: Occupancy): void {
    const width = (text: string, kind: Label['kind']) => this.#sprites.width(text, kind);
    const places = withMore(this.#places, this.#morePlaces);
    for (const label of planLabels(view, this.#streets, places, occupancy, width))
      this.#sprites.draw(context, view.pixelRatio, label);
  }
}

const order = (street: StreetLine) => (street.rank === 'main' ? 0 : 1);
