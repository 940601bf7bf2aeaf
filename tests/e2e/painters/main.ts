import '../../../src/renderer/ui/tokens.css';
import { MapEngine } from '../../../src/renderer/features/map/engine/map-engine.ts';
import { lampRadius } from '../../../src/renderer/features/map/layer/lamp-layer.ts';
import { mercatorX, mercatorY } from '../../../src/renderer/features/map/mercator.ts';
import { CanvasSurface } from '../../../src/renderer/features/map/painter/canvas-surface.ts';
import type { PainterChoice, PainterStatus } from '../../../src/renderer/features/map/painter/choice.ts';
import { GlPainter } from '../../../src/renderer/features/map/painter/gl/gl-painter.ts';
import type { LampPainter } from '../../../src/renderer/features/map/painter/lamp-painter.ts';
import { ALL_SIGNS, type ShownSigns } from '../../../src/renderer/features/map/painter/look.ts';
import { SplatPainter } from '../../../src/renderer/features/map/painter/splat-painter.ts';
import { readPalette } from '../../../src/renderer/features/map/palette.ts';
import { MIDDLE, sampleLamps } from './sample-lamps.ts';

/** How two pictures of the same lamps differ. */
export interface Difference {
  /** mean of all channels of all pixels, of 255 */
  readonly mean: number;
  /** share of pixels of which a channel differs by more than 24 of 255 */
  readonly off: number;
  /** share of pixels that are drawn upon */
  readonly inked: number;
}

export interface PaintersPage {
  /** Draws lamps with both painters and compares. */
  compare(zoom: number, pixelRatio: number, shown?: ShownSigns): Difference;
  /** Opens a map whose lamps are drawn so. */
  open(choice: PainterChoice): void;
  choose(choice: PainterChoice): void;
  readonly told: readonly PainterStatus[];
  lose(): void;
  restore(): void;
}
declare global {
  interface Window {
    paintersPage: PaintersPage;
  }
}

const SIZE = { width: 1200, height: 800 } as const;
const lamps = sampleLamps(3_000);

function pictureBy(
  make: (canvas: HTMLCanvasElement) => LampPainter,
  zoom: number,
  pixelRatio: number,
  shown: ShownSigns,
): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  const scale = 256 * 2 ** zoom * pixelRatio;
  const painter = make(canvas);
  painter.show(
    lamps,
    {
      ...SIZE,
      scale,
      originX: Math.round(mercatorX(MIDDLE[0]) * scale - SIZE.width / 2),
      originY: Math.round(mercatorY(MIDDLE[1]) * scale - SIZE.height / 2),
      radius: lampRadius(zoom) * pixelRatio,
      pixelRatio,
      shown,
    },
    readPalette().lamps,
  );
  const copy = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d')!;
  copy.fillStyle = '#101418';
  copy.fillRect(0, 0, SIZE.width, SIZE.height);
  copy.drawImage(canvas, 0, 0);
  painter.dispose();
  return copy.getImageData(0, 0, SIZE.width, SIZE.height).data;
}

let engine: MapEngine | undefined;
let card: WEBGL_lose_context | null = null;
const told: PainterStatus[] = [];

window.paintersPage = {
  told,
  compare(zoom, pixelRatio, shown = ALL_SIGNS) {
    const a = pictureBy((canvas) => new SplatPainter(new CanvasSurface(canvas)), zoom, pixelRatio, shown);
    const b = pictureBy((canvas) => new GlPainter(canvas), zoom, pixelRatio, shown);
    let [sum, off, inked] = [0, 0, 0];
    for (let at = 0; at < a.length; at += 4) {
      let most = 0;
      for (let channel = at; channel < at + 3; channel++) {
        const apart = Math.abs(a[channel]! - b[channel]!);
        sum += apart;
        most = Math.max(most, apart);
      }
      if (most > 24) off++;
      if (a[at] !== 0x10 || a[at + 1] !== 0x14) inked++;
    }
    const pixels = a.length / 4;
    return { mean: sum / (3 * pixels), off: off / pixels, inked: inked / pixels };
  },
  open(choice) {
    engine = new MapEngine({
      container: document.getElementById('map')!,
      lamps,
      home: { position: [...MIDDLE], zoom: 16 },
      painted: (status) => told.push(status),
      ticketName: () => '',
    });
    engine.setPainter(choice);
  },
  choose: (choice) => engine?.setPainter(choice),
  lose() {
    const gl = document.querySelector<HTMLCanvasElement>('.map-lamps')?.getContext('webgl2');
    card = gl?.getExtension('WEBGL_lose_context') ?? null;
    card?.loseContext();
  },
  restore: () => card?.restoreContext(),
};
