import { type CardVerdict, probeCard } from './gl/probe.ts';

/** What an operator may ask for. */
export type PainterChoice = 'auto' | 'splat' | 'webgl';

/**
 * Which painter draws the lamps, and why. The reasons against the card: one asked for the other (`chosen`), there is
 * no WebGL 2 (`none`), it runs on the processor (`software`), its points are too small for our signs, its driver
 * refuses our program (`refused`), or it is gone since `since` (ms since the epoch).
 */
export type PainterStatus =
  | { readonly painter: 'webgl'; readonly why: 'card' | 'chosen'; readonly renderer?: string | undefined }
  | {
      readonly painter: 'splat';
      readonly why: 'chosen' | 'none' | 'software' | 'small-points' | 'refused';
      readonly renderer?: string | undefined;
    }
  | { readonly painter: 'splat'; readonly why: 'lost'; readonly since: number };

/** By what one asked for, and else by what the probe finds. A card that was asked for is not judged. */
export function choosePainter(choice: PainterChoice, probe: () => CardVerdict = probeCard): PainterStatus {
  if (choice === 'splat') return { painter: 'splat', why: 'chosen' };
  const verdict = probe();
  if (verdict.kind === 'none') return { painter: 'splat', why: 'none' };
  const { renderer } = verdict;
  if (choice === 'webgl') return { painter: 'webgl', why: 'chosen', renderer };
  if (verdict.kind === 'card') return { painter: 'webgl', why: 'card', renderer };
  return { painter: 'splat', why: verdict.kind, renderer };
}
