import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a lighting plan where a hub can read it. JSON is YAML too. @returns its path */
export function writePlan(plan: object | string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigie-plan-')), 'plan.yaml');
  writeFileSync(file, typeof plan === 'string' ? plan : JSON.stringify(plan));
  return file;
}

const SHIPPED = join(import.meta.dirname, '../../resources/lighting/plan.yaml');

/** The plan that comes with the program, as the first of its versions: tests count on from there. */
export const shippedPlan = (): string =>
  readFileSync(SHIPPED, 'utf8').replace(/^version: \d+/m, 'version: 1');
