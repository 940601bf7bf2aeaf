import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a lighting plan where a hub can read it. JSON is YAML too. @returns its path */
export function writePlan(plan: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vigie-plan-')), 'plan.yaml');
  writeFileSync(file, JSON.stringify(plan));
  return file;
}
