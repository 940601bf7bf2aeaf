import { type Label, planLabels } from '../labels/label-plan.ts';
import { LabelSprites } from '../labels/label-sprites.ts';
import { Occupancy, type Slab } from '../labels/occupancy.ts';
import type { MapCabinet, MapCamera } from '../model.ts';
import type { MapPalette } from '../palette.ts';
import { type MapPlace, type StreetLine, withMore } from '../streets.ts';
import { type CabinetSign, paintCabinet, pickCabinet, placeCabinets } from './cabinet-mark.ts';
import { paintCamera, paintCameraName, slabOf } from './camera-mark.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { type GroundLabel, paintGroundLabels } from './ground-label.ts';
import { CAMERAS_FROM, type CameraSign, pickCamera, placeCameras } from './place-cameras.ts';
import { freshContext } from './trace.ts';
import type { Turns } from './turns.ts';
import type { CanvasView } from './view.ts';

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
  #cameraSigns: readonly CameraSign[] = [];
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

  /** The camera meant by a place (normalised Web Mercator) at a zoom, of those that are drawn. */
  pickCamera(x: number, y: number, zoom: number): MapCamera | undefined {
    return pickCamera(this.#cameraSigns, x, y, zoom);
  }

  /** The cabinet meant by a place (normalised Web Mercator) at a zoom, of those that have a sign. */
  pickCabinet(x: number, y: number, zoom: number): MapCabinet | undefined {
    return pickCabinet(this.#signs, x, y, zoom);
  }

  protected override paint(view: CanvasView): void {
    const context = freshContext(this.canvas, view);
    const occupancy = new Occupancy(view.width, view.height);
    for (const slab of this.#obstacles(view)) occupancy.block(slab);
    const seen = this.#shown.cameras && view.zoom >= CAMERAS_FROM ? this.#cameras : [];
    this.#cameraSigns = placeCameras(view, seen, this.#selected.camera);
    for (const sign of this.#cameraSigns) occupancy.block(slabOf(view, sign));
    const cabinets = this.#shown.cabinets ? this.#cabinets : [];
    this.#signs = placeCabinets(view, cabinets, this.#selected.cabinet, occupancy);
    context.font = `500 15px ${this.#palette.font}`;
    // The most important lies on top, and has its name first.
    for (const sign of this.#cameraSigns.toReversed()) paintCamera(context, view, sign, this.#palette);
    for (const sign of this.#cameraSigns) paintCameraName(context, view, sign, this.#palette, occupancy);
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
