import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

/** One measure against its rival, in the same run on the same machine. */
export interface Row {
  readonly measure: string;
  readonly unit: string;
  /** one value a run */
  readonly ours: readonly number[];
  readonly rival?: readonly number[];
  readonly rivalName?: string;
  /** the ratio (or, without a rival, the value) to reach, and which side of it is good */
  readonly goal: number;
  readonly good: 'at most' | 'at least';
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const spread = (values: readonly number[]): string =>
  `${round(Math.min(...values))}–${round(Math.max(...values))}`;
const round = (value: number): number => Number(value.toPrecision(3));

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.version}`;

/** Prints a table and writes `bench/results/<name>.json`. @returns whether every goal is met */
export function report(name: string, rows: readonly Row[]): boolean {
  const results = rows.map(({ measure, unit, ours, rival, rivalName, goal, good }) => {
    const [mine, theirs] = [median(ours), rival === undefined ? undefined : median(rival)];
    const ratio = theirs === undefined ? undefined : mine / theirs;
    const judged = ratio ?? mine;
    return {
      measure,
      unit,
      ours: round(mine),
      ...(theirs === undefined ? {} : { rival: round(theirs), rivalName, ratio: round(judged) }),
      goal: `${good} ${goal}`,
      met: good === 'at most' ? judged <= goal : judged >= goal,
      n: ours.length,
      spread: [spread(ours), ...(rival === undefined ? [] : [spread(rival)])].join(' / '),
    };
  });
  console.table(results);
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const content = { name, at: new Date().toISOString(), machine: machine(), commit, rows: results };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, undefined, 2)}\n`);
  return results.every(({ met }) => met);
}
