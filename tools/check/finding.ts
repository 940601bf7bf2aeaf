/** What a step has to say. No faults is a pass; notes never fail it. */
export interface Findings {
  readonly faults: readonly string[];
  readonly notes?: readonly string[];
  /** What was looked at, shown on the step's line: `214 files`. */
  readonly looked?: string;
}

export interface Step {
  readonly name: string;
  readonly run: (root: string) => Findings | Promise<Findings>;
}
