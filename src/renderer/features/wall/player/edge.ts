/** One loaded playlist, as far as it tells whether the camera still films. */
export interface PlaylistFacts {
  /** no ENDLIST tag */
  readonly live: boolean;
  /** which variant of a multivariant playlist: their numbering is independent */
  readonly level: number;
  /** media sequence number of the last segment */
  readonly endSN: number;
  /** PROGRAM-DATE-TIME of the last segment, ms since the epoch */
  readonly lastPDT: number | undefined;
  /** target duration, ms */
  readonly targetMs: number;
}

/**
 * The live edge as last seen. It outlives player instances: without it a fresh instance would play the tail
 * of a dead playlist again and take it for live.
 */
export interface Edge {
  readonly level: number;
  readonly endSN: number;
  readonly lastPDT: number | undefined;
  /** when it was last seen to move; at first, when it was first seen */
  readonly movedAt: number;
  /** it has been seen to move forward, so the camera behind it films */
  readonly proven: boolean;
}

export type EdgeStep = 'first' | 'still' | 'forward' | 'back' | 'switched';

/** A gateway that recomputes its dates may correct them by this much without having restarted. */
const PDT_JITTER_MS = 1_000;

export function stepOf(edge: Edge | undefined, facts: PlaylistFacts): EdgeStep {
  if (!edge) return 'first';
  if (edge.level !== facts.level) return 'switched';
  const pdt = facts.lastPDT !== undefined && edge.lastPDT !== undefined ? facts.lastPDT - edge.lastPDT : 0;
  if (facts.endSN < edge.endSN || pdt < -PDT_JITTER_MS) return 'back';
  return facts.endSN > edge.endSN || pdt > PDT_JITTER_MS ? 'forward' : 'still';
}

/** A switch of level proves nothing: two variants of a frozen camera may end at different numbers. */
export function advance(edge: Edge | undefined, facts: PlaylistFacts, at: number): Edge {
  const { level, endSN, lastPDT } = facts;
  const step = stepOf(edge, facts);
  if (!edge || step === 'first' || step === 'back')
    return { level, endSN, lastPDT, movedAt: at, proven: false };
  if (step === 'forward') return { level, endSN, lastPDT, movedAt: at, proven: true };
  return step === 'still' ? edge : { ...edge, level, endSN, lastPDT };
}
