import type { Picture } from './picture.ts';

/**
 * The strip at the bottom edge by which a program recognises a picture: 24 cells, each 1/40 of the width,
 * in the lowest 1/60 of the height. Light, dark (the levels to judge by), camera number (8 bits), frame number
 * in the loop (12 bits), number of light bits modulo 4 (2 bits); lowest bit first.
 */
export interface StripReading {
  /** The camera's number in the catalogue, 1–255. */
  readonly camera: number;
  /** Frame of the main rendition, counted from the loop's beginning, 0–4095. */
  readonly frame: number;
}

const CELLS = 24;
const CELL_WIDTH = 1 / 40;
const STRIP_HEIGHT = 1 / 60;
const LIGHT = 84;
const DARK = 10;
/** Less contrast than this is no strip. */
const LEAST_CONTRAST = 30;

/** Draws the strip; dim, so that an operator's eye passes over it. */
export function drawStrip(picture: Picture, reading: StripReading): void {
  const { width, height, rgb } = picture;
  const cell = width * CELL_WIDTH;
  const bits = [1, 0, ...payload(reading), ...checkBits(payload(reading))];
  for (let row = Math.round(height * (1 - STRIP_HEIGHT)); row < height; row++) {
    bits.forEach((bit, i) => {
      const from = row * width + Math.round(i * cell);
      rgb.fill(bit === 1 ? LIGHT : DARK, from * 3, (row * width + Math.round((i + 1) * cell)) * 3);
    });
  }
}

/**
 * Reads the strip back.
 * @param level brightness 0–255 of the picture at a place given in shares of width and height (0–1)
 * @returns `undefined` when there is no strip or its check fails
 */
export function readStrip(level: (x: number, y: number) => number): StripReading | undefined {
  const levels = Array.from({ length: CELLS }, (_, i) => level((i + 0.5) * CELL_WIDTH, 1 - STRIP_HEIGHT / 2));
  const contrast = levels[0]! - levels[1]!;
  if (contrast < LEAST_CONTRAST) return undefined;
  const bits = levels.slice(2).map((value) => (value > levels[1]! + contrast / 2 ? 1 : 0));
  const data = bits.slice(0, 20);
  const check = checkBits(data);
  if (check[0] !== bits[20] || check[1] !== bits[21]) return undefined;
  return { camera: fromBits(data.slice(0, 8)), frame: fromBits(data.slice(8)) };
}

function payload({ camera, frame }: StripReading): readonly number[] {
  return [...toBits(camera, 8), ...toBits(frame, 12)];
}

function checkBits(data: readonly number[]): readonly number[] {
  return toBits(data.filter((bit) => bit === 1).length % 4, 2);
}

function toBits(value: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (value >> i) & 1);
}

function fromBits(bits: readonly number[]): number {
  return bits.reduce((value, bit, i) => value + (bit << i), 0);
}
