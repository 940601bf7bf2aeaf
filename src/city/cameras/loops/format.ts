import { createHash } from 'node:crypto';
import type { PlaceName } from './places/index.ts';

/** One of the two pictures a camera sends. */
export interface Rendition {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** kbit/s. */
  readonly bitRate: number;
  /** H.264 level, such as « 3.1 ». */
  readonly level: string;
}

export interface LoopFormat {
  /** Whole seconds; at most 160, so that frame numbers fit the strip. */
  readonly seconds: number;
  readonly main: Rendition;
  readonly sub: Rendition;
}

/** What is drawn into one loop. */
export interface LoopSubject {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly place: PlaceName;
  readonly seed: number;
}

/** As city cameras send it: a small picture for walls, a large one for looking closely. */
export const cityFormat: LoopFormat = {
  seconds: 16,
  main: { width: 1280, height: 720, framesPerSecond: 25, bitRate: 1600, level: '3.1' },
  sub: { width: 640, height: 360, framesPerSecond: 12, bitRate: 400, level: '3.0' },
};

/** Raise when the drawing or the encoder's settings change, so that loops drawn before are drawn anew. */
const SCENE_VERSION = 2;

/** Name of a loop's folder in the cache: another drawing or format has another name. */
export function loopFolderName(subject: LoopSubject, format: LoopFormat): string {
  const { id, number, name, place, seed } = subject;
  const content = JSON.stringify([SCENE_VERSION, id, number, name, place, seed, format]);
  return `${id}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
}
