import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { ConfigError } from '../../../node/config/error.ts';
import { loadConfig } from '../../../node/config/load.ts';
import type { LightingPlan } from '../../../shared/lighting/model.ts';
import { LightingPlanFile } from '../../../shared/lighting/plan-file.ts';

/** What a plan's file says, or why it can't be used: complete lines for whoever edits it. */
export type ReadPlan = { readonly plan: LightingPlan } | { readonly faults: readonly string[] };

/** @param last in force until now: what has changed has another version */
export function readPlan(path: string, last: LightingPlan | undefined): ReadPlan {
  const file = basename(path);
  try {
    const plan = loadConfig(path, LightingPlanFile);
    const fault = last && faultOfVersion(plan, last);
    return fault === undefined ? { plan } : { faults: [`${file}: version: ${fault}`] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { faults: error.lines.map((line) => line.replace(path, file)) };
  }
}

/**
 * Reads a plan as a hub without an earlier one would, for who writes it.
 * @throws ConfigError with every fault, one line each
 */
export function checkPlan(path: string): { readonly plan: string; readonly version: number } {
  const read = readPlan(path, undefined);
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

/** A version is said once: what lamps did under it can be told from it later. */
function faultOfVersion(plan: LightingPlan, last: LightingPlan): string | undefined {
  const { version } = plan;
  const next = `say ${last.version + 1}`;
  if (version < last.version) return `${version} was followed by ${last.version}: ${next}`;
  if (version > last.version || JSON.stringify(plan) === JSON.stringify(last)) return undefined;
  return `${version} said something else before: ${next}`;
}
