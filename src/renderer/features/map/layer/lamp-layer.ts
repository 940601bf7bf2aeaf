import { pointsWithin, type Ring } from '../../../../shared/geo/in-polygon.ts';
import { type LampKey, lampKey } from '../../../../shared/lamp/selection.ts';
import type { LampChange, LampTable } from '../lamp-table.ts';
import { nearestLamp } from '../nearest-lamp.ts';
import type { PainterChoice, PainterStatus } from '../painter/choice.ts';
import type { LampPalette, LampView } from '../painter/lamp-painter.ts';
import { LivePainter } from '../painter/live-painter.ts';
import { ALL_SIGNS, NOTHING, type ShownSigns, seen } from '../painter/look.ts';
import { CanvasLayer } from './canvas-layer.ts';
import { OVERVIEW_BELOW, overview, SQUARE_RADIUS } from './overview.ts';
import { Pace } from './pace.ts';
import type { Turns } from './turns.ts';
import type { CanvasView } from './view.ts';

/** How far from a lamp's edge a pointer still means it, in CSS pixels. */
const PICK_SLACK = 6;

/** A lamp's radius in CSS pixels: a grain where the whole city shows, a disc where a street does. */
export const lampRadius = (zoom: number): number => Math.max(0.9, Math.min(7, 0.92 * 1.35 ** (zoom - 12)));

const isOverview = ({ zoom }: CanvasView): boolean => zoom < OVERVIEW_BELOW;

/** Draws the lamp table live and says which lamp a pointer means. */
export class LampLayer extends CanvasLayer {
  readonly #table: LampTable;
  readonly #live: LivePainter;
  readonly #turns: Turns;
  readonly #pace: Pace;
  readonly #flush = () => {
    if (this.view && isOverview(this.view)) this.paint(this.view);
    else this.#live.painter?.flush();
  };
  readonly #unsubscribe: () => void;
  #palette: LampPalette;
  #shown = true;
  #signs = ALL_SIGNS;

  /** @param painted hears which painter draws, whenever that changes */
  constructor(
    pane: string,
    turns: Turns,
    table: LampTable,
    palette: LampPalette,
    painted: (status: PainterStatus) => void,
  ) {
    super(pane, 'map-lamps', turns);
    this.#table = table;
    this.#palette = palette;
    this.#live = new LivePainter({
      renew: () => {
        this.exchange(document.createElement('canvas'));
        return this.canvas;
      },
      put: (canvas) => this.exchange(canvas),
      changed: (status) => {
        this.repaint();
        painted(status);
      },
    });
    this.#turns = turns;
    this.#pace = new Pace(() => turns.ask(this.#flush));
    this.#unsubscribe = table.subscribe((change) => this.#hear(change));
  }

  setPalette(palette: LampPalette): void {
    this.#palette = palette;
    this.repaint();
  }

  /** Which painter is wanted; until one is chosen nothing is drawn. */
  setPainter(choice: PainterChoice): void {
    this.#live.choose(choice);
  }

  /** Lamps of which no sign is shown are not picked either. */
  setSigns(signs: ShownSigns): void {
    this.#signs = signs;
    this.repaint();
  }

  /** Hidden lamps are not picked either. */
  setShown(shown: boolean): void {
    this.#shown = shown;
    this.canvas.hidden = !shown;
  }

  /** Global number of the lamp meant by a place (normalised Web Mercator) at a zoom, -1 for none. */
  pick(x: number, y: number, zoom: number): number {
    if (!this.#shown || zoom < OVERVIEW_BELOW) return -1;
    const reach = (lampRadius(zoom) + PICK_SLACK) / (256 * 2 ** zoom);
    const shown = (lamp: number) => seen(this.#table.look[lamp]!, this.#signs) !== NOTHING;
    return nearestLamp(this.#table, x, y, reach, shown);
  }

  /** The lamps whose signs are shown within a line, as the seat names them. @param line normalised Web Mercator */
  inside(line: Ring): readonly LampKey[] {
    const table = this.#table;
    if (!this.#shown) return [];
    return pointsWithin(line, table.x, table.y).flatMap((lamp) => {
      const ref = seen(table.look[lamp]!, this.#signs) === NOTHING ? undefined : table.refOf(lamp);
      return ref === undefined ? [] : lampKey(ref);
    });
  }

  dispose(): void {
    this.#unsubscribe();
    this.#pace.dispose();
    this.#turns.withdraw(this.#flush);
    this.#live.dispose();
    this.remove();
  }

  protected override paint(view: CanvasView): void {
    const ratio = view.pixelRatio;
    const whole = isOverview(view);
    const framed: LampView = {
      scale: view.scale * ratio,
      originX: view.originX * ratio,
      originY: view.originY * ratio,
      width: Math.round(view.width * ratio),
      height: Math.round(view.height * ratio),
      radius: (whole ? SQUARE_RADIUS : lampRadius(view.zoom)) * ratio,
      pixelRatio: ratio,
      // A square's mean may be of a kind that is hidden.
      shown: whole ? ALL_SIGNS : this.#signs,
    };
    const { x, y, look } = this.#table;
    const columns = whole ? overview({ x, y, look }, framed, this.#signs) : { x, y, look };
    this.#live.painter?.show(columns, framed, this.#palette);
  }

  #hear(change: LampChange): void {
    if (change.kind === 'layout') {
      this.repaint();
      return;
    }
    const { painter } = this.#live;
    if (!this.view || !painter) return;
    if (change.kind === 'all') painter.markAll();
    else if (!isOverview(this.view)) for (const lamp of change.lamps) painter.mark(lamp);
    this.#pace.ask();
  }
}
