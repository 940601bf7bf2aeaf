import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoCameras } from '../../catalogue.ts';
import { sceneOf } from '../places/index.ts';
import type { Traffic } from './model.ts';
import { haltingStep, posesOf } from './motion.ts';

const traffics = demoCameras.flatMap((camera) => sceneOf(camera.place, camera.seed).traffic);

/** Distances gone, in order: who is who doesn't matter, movers of one procession look alike. */
function places(traffic: Traffic, moment: number): readonly number[] {
  return posesOf(traffic, moment)
    .map((pose) => pose.gone)
    .toSorted((a, b) => a - b);
}

describe('posesOf', () => {
  it('ends the loop where it begins', () => {
    expect(traffics.length).toBeGreaterThan(30);
    for (const traffic of traffics) {
      const [start, end] = [places(traffic, 0), places(traffic, 1)];
      start.forEach((gone, i) => {
        expect(end[i]).toBeCloseTo(gone, 6);
      });
    }
  });

  it('keeps everyone on the path', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...traffics),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (traffic, moment) => {
          const xs = traffic.path.map((point) => point.x);
          const zs = traffic.path.map((point) => point.z);
          for (const { at } of posesOf(traffic, moment)) {
            expect(at.x).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-6);
            expect(at.x).toBeLessThanOrEqual(Math.max(...xs) + 1e-6);
            expect(at.z).toBeGreaterThanOrEqual(Math.min(...zs) - 1e-6);
            expect(at.z).toBeLessThanOrEqual(Math.max(...zs) + 1e-6);
          }
        },
      ),
    );
  });

  it('brakes, waits and sets off again, never backwards', () => {
    expect([haltingStep(0), haltingStep(0.4), haltingStep(0.6), haltingStep(1)]).toEqual([0, 0.5, 0.5, 1]);
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        expect(haltingStep(Math.max(a, b))).toBeGreaterThanOrEqual(haltingStep(Math.min(a, b)));
      }),
    );
  });
});
