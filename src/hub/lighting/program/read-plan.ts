import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { ConfigError } from '../../../node/config/error.ts';
import { loadConfig } from '../../../node/config/load.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { LightingPlanFile } from '../../../shared/lighting/plan-file.ts';

/** What a plan's file says, or why it can't be used: complete lines for whoever edits it. */
export type ReadPlan = { readonly plan: LightingPlan } | { readonly faults: readonly string[] };

export function readPlan(path: string): ReadPlan {
  try {
    return { plan: loadConfig(path, LightingPlanFile) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { faults: error.lines.map((line) => line.replace(path, basename(path))) };
  }
}

/**
 * Reads a plan as a hub without an earlier one would, for who writes it.
 * @throws ConfigError with every fault, one line each
 */
export function checkPlan(path: string): { readonly plan: string; readonly version: number } {
  const read = readPlan(path);
  if ('faults' in read) throw new ConfigError(read.faults);
  return { plan: path, version: read.plan.version };
}

/** Changes when the file does; undefined where it is not there. */
export function stateOf(path: string): string | undefined {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs} ${size}`;
  } catch {
    return undefined;
  }
}

/** What a file that can be read is, beside what was in force before. */
export type FileNews =
  /** it is to come into force */
  | 'new'
  /** it is what is in force */
  | 'same'
  /** it says what it said when it was: a later version was published at a console */
  | 'behind'
  | { readonly fault: string };

/**
 * A version is said once: what lamps did under it can be told from it later.
 * @param last the latest version @param kept what was in force under the file's version
 */
export function newsOf(plan: LightingPlan, last: number, kept: LightingPlan | undefined): FileNews {
  const { version } = plan;
  if (version > last) return 'new';
  if (JSON.stringify(plan) === JSON.stringify(kept)) return version === last ? 'same' : 'behind';
  const next = `say ${last + 1}`;
  if (version < last) return { fault: `${version} was followed by ${last}: ${next}` };
  return { fault: `${version} said something else before: ${next}` };
}
