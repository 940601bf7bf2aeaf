import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LightingPlan, type Where } from '../../src/shared/lighting/model.ts';
import { lampId } from './small-city.ts';

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

/** A plan with a scene of two levels, and nothing that keeps a lamp from being dimmed. */
export function planWithScene(street: string): string {
  const level = { from: { dusk: 0 }, level: 70 };
  const darker = Array.from({ length: 5 }, (_, n) => lampId(street, n));
  const plan = {
    version: 1,
    place: [5.0415, 47.322],
    controlPrograms: [{ id: 'nuit', name: 'Nuit', steps: [level], off: { dawn: 0 } }],
    calendars: [{ id: 'rues', name: 'Rues', program: 'nuit' }],
    groups: [{ id: 'rues', name: 'Rues du centre', calendar: 'rues' }],
    scenes: [
      {
        id: 'feu',
        name: 'Feu d’artifice',
        parts: [
          { where: { lamps: darker }, level: 30 },
          { where: { streets: [street] }, level: 100 },
        ],
      },
    ],
  };
  return writePlan(plan);
}

/** The least plan: one programme for all lamps, and one floor. @param where of that floor */
export const planWithFloor = (where: Where): LightingPlan =>
  LightingPlan.parse({
    version: 1,
    place: [5, 47],
    controlPrograms: [{ id: 'p', name: 'P', steps: [{ from: '18:00', level: 50 }], off: '06:00' }],
    calendars: [{ id: 'c', name: 'C', program: 'p' }],
    groups: [{ id: 'all', name: 'A', calendar: 'c' }],
    floors: [{ id: 'f', name: 'F', where, level: 40 }],
  });
