import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Memory } from '../../../../../tests/support/memory-surface.ts';
import { LampCommand, LampFault, LampState, withCommand } from '../../../../shared/lamp/state.ts';
import type { LampColumns, LampPalette, LampView } from './lamp-painter.ts';
import { ALL_SIGNS, lookOf } from './look.ts';
import { Mark, Ring } from './mark.ts';
import { SplatPainter } from './splat-painter.ts';

const PALETTE: LampPalette = {
  levels: [0x000010, 0x000020, 0x000030, 0x000040, 0x000050],
  fault: 0x0000ff,
  noNews: 0x00ff00,
  override: 0xff0000,
  presence: 0x111111,
  commanded: 0x222222,
  acknowledged: 0x333333,
};
const SIZE = 200;

interface Lamp {
  readonly x: number;
  readonly y: number;
  readonly state: number;
  readonly level: number;
  readonly faults: number;
}
const lit = (x: number, y: number, level = 60, state: number = LampState.on, faults = 0): Lamp => ({
  x,
  y,
  state,
  level,
  faults,
});

/** Positions in pixels of a world that is as large as the picture. */
function sourceOf(lamps: readonly Lamp[]): LampColumns {
  return {
    x: Float64Array.from(lamps, (lamp) => lamp.x / SIZE),
    y: Float64Array.from(lamps, (lamp) => lamp.y / SIZE),
    look: Uint8Array.from(lamps, ({ state, level, faults }) => lookOf(state, level, faults)),
  };
}
const view = (radius = 4, shown = ALL_SIGNS): LampView => ({
  scale: SIZE,
  originX: 0,
  originY: 0,
  width: SIZE,
  height: SIZE,
  radius,
  pixelRatio: 1,
  shown,
});
function painted(lamps: readonly Lamp[], radius = 4) {
  const memory = new Memory();
  const painter = new SplatPainter(memory);
  const source = sourceOf(lamps);
  painter.show(source, view(radius), PALETTE);
  return { memory, painter, source };
}
const nothing = { ink: 0, alpha: 0 };

describe('marks', () => {
  test('a lit lamp is a disc in the ink of its level', () => {
    const { memory } = painted([lit(50.5, 50.5, 60), lit(90.5, 50.5, 100), lit(130.5, 50.5, 10)]);
    expect(memory.at(50, 50)).toEqual({ ink: 0x40, alpha: 255 });
    expect(memory.at(90, 50)).toEqual({ ink: 0x50, alpha: 255 });
    expect(memory.at(130, 50)).toEqual({ ink: 0x20, alpha: 255 });
    expect(memory.at(60, 50)).toEqual(nothing);
  });

  test('brighter lamps are larger', () => {
    const levels = [10, 30, 60, 100];
    const { memory } = painted(levels.map((level, i) => lit(30.5 + 40 * i, 50.5, level)));
    const inked = levels.map((_, i) => {
      let sum = 0;
      for (let x = 10 + 40 * i; x < 50 + 40 * i; x++) sum += memory.at(x, 50).alpha;
      return sum;
    });
    expect(inked).toEqual(inked.toSorted((a, b) => a - b));
    expect(new Set(inked).size).toBe(4);
  });

  test('off is a ring, no news a hollow square, a fault a cross', () => {
    const { memory } = painted([
      lit(30.5, 50.5, 0, 0),
      lit(80.5, 50.5, 0, LampState.neverSeen),
      lit(130.5, 50.5, 60, LampState.on | LampState.fault, LampFault.defectiveLamp),
    ]);
    expect(memory.at(30, 50)).toEqual(nothing);
    expect(memory.at(34, 50)).toMatchObject({ ink: 0x10 });
    expect(memory.at(80, 50)).toEqual(nothing);
    expect(memory.at(85, 45)).toMatchObject({ ink: 0x00ff00 });
    expect(memory.at(130, 50)).toEqual({ ink: 0x0000ff, alpha: 255 });
    expect(memory.at(133, 53)).toEqual({ ink: 0x0000ff, alpha: 255 });
    expect(memory.at(133, 47)).toEqual({ ink: 0x0000ff, alpha: 255 });
    expect(memory.at(134, 50)).toEqual(nothing);
  });

  test('rings surround the lamp: override whole, acknowledged half filled, commanded dashed', () => {
    const command = (c: LampCommand) => withCommand(LampState.on, c);
    const { memory } = painted([
      lit(30.5, 50.5, 60, LampState.on | LampState.override),
      lit(80.5, 50.5, 60, command(LampCommand.acknowledged)),
      lit(130.5, 50.5, 60, command(LampCommand.commanded)),
    ]);
    expect(memory.at(38, 50)).toMatchObject({ ink: 0xff0000 });
    expect(memory.at(30, 42)).toMatchObject({ ink: 0xff0000 });
    expect(memory.at(73, 50)).toEqual({ ink: 0x333333, alpha: 255 });
    expect(memory.at(87, 50).alpha).toBeLessThan(128);
    const circle = Array.from({ length: 64 }, (_, i) => {
      const angle = (i / 64) * 2 * Math.PI;
      return memory.at(Math.floor(130.5 + 8 * Math.cos(angle)), Math.floor(50.5 + 8 * Math.sin(angle))).alpha;
    });
    expect(Math.max(...circle)).toBeGreaterThan(200);
    expect(Math.min(...circle)).toBeLessThan(60);
  });

  test('where a lamp is but a grain, what asks for something keeps its shape', () => {
    const broken = lit(90.5, 50.5, 0, LampState.fault, LampFault.circuit);
    const { memory } = painted([lit(50.5, 50.5, 0, LampState.neverSeen), broken], 1);
    expect(memory.at(50, 50)).toEqual(nothing);
    expect(memory.at(53, 50).ink).toBe(0x00ff00);
    expect(memory.at(90, 50)).toEqual({ ink: 0x0000ff, alpha: 255 });
    expect(memory.at(92, 52)).toMatchObject({ ink: 0x0000ff });
    expect(memory.at(93, 50)).toEqual(nothing);
  });

  test('where a lamp is but a grain, its ring lies close about it, but presence has none', () => {
    const { memory } = painted(
      [
        lit(50.5, 50.5, 60, LampState.on | LampState.override),
        lit(90.5, 50.5, 60, LampState.on | LampState.presence),
      ],
      1,
    );
    expect(memory.at(53, 50).ink).toBe(0xff0000);
    for (let x = 92; x < 98; x++) expect(memory.at(x, 50)).toEqual(nothing);
  });

  test('of a sign that is hidden nothing is drawn; a lamp stays as long as one of its signs is shown', () => {
    const lamps = [lit(50.5, 50.5), lit(90.5, 50.5, 60, LampState.on | LampState.override)];
    const drawn = (marks: number, rings: number) => {
      const memory = anew(sourceOf(lamps), view(4, { marks, rings }));
      return [memory.at(50, 50).alpha, memory.at(90, 50).alpha, memory.at(98, 50).alpha];
    };
    expect(drawn(0xff, 0xff)).toEqual([255, 255, 255]);
    expect(drawn(~(1 << Mark.level3), 0xff)).toEqual([0, 255, 255]);
    expect(drawn(0xff, ~(1 << Ring.override))).toEqual([255, 255, 0]);
    expect(drawn(~(1 << Mark.level3), ~(1 << Ring.override))).toEqual([0, 0, 0]);
  });

  test('a fault lies on top of its neighbours, whichever comes first', () => {
    const broken = lit(50.5, 50.5, 60, LampState.fault, LampFault.circuit);
    for (const lamps of [
      [broken, lit(50.5, 50.5)],
      [lit(50.5, 50.5), broken],
    ])
      expect(painted(lamps).memory.at(50, 50).ink).toBe(0x0000ff);
  });

  test('a lamp between two pixels is shared by both', () => {
    const { memory } = painted([lit(51, 50.5)], 0.7);
    const [left, right] = [memory.at(50, 50).alpha, memory.at(51, 50).alpha];
    expect(Math.min(left, right)).toBeGreaterThan(80);
  });
});

const looking = { state: fc.nat(127), level: fc.nat(100), faults: fc.nat(511) };

describe('live', () => {
  test('only cells around what changed are shown again, and nothing where nothing looks different', () => {
    const { memory, painter, source } = painted([lit(24, 24), lit(64, 168)]);
    memory.shown = [];
    expect(painter.flush()).toBe(false);
    source.look[0] = lookOf(LampState.on, 100, 0);
    painter.mark(0);
    expect(painter.flush()).toBe(true);
    source.look[1] = lookOf(LampState.on, 100, 0);
    painter.mark(1);
    painter.flush();
    expect(memory.shown).toEqual(['16,16 16x16', '48,160 32x16']);
    painter.mark(1);
    expect(painter.flush()).toBe(false);
  });

  test('a lamp that reaches into a dirty cell from outside is not cut', () => {
    const { memory, painter, source } = painted([lit(62.5, 32.5, 100), lit(73.5, 32.5)]);
    const before = memory.at(65, 32);
    memory.shown = [];
    source.look[1] = lookOf(LampState.on, 100, 0);
    painter.mark(1);
    painter.flush();
    expect(memory.shown).toContain('64,32 16x16');
    expect(before.alpha).toBe(255);
    expect(memory.at(65, 32)).toEqual(before);
  });

  test('a view of another size gets pixels of its own', () => {
    const { memory, painter, source } = painted([lit(32, 32)]);
    painter.show(source, { ...view(), width: 80, height: 70 }, PALETTE);
    expect(memory.pixels).toHaveLength(80 * 70);
    expect(memory.at(32, 32).alpha).toBe(255);
  });

  const place = fc.double({ min: -20, max: SIZE + 20, noNaN: true });
  const lamp = fc.record({ ...looking, x: place, y: place });
  const change = fc.record({ ...looking, lamp: fc.nat() });

  test('painting what changed gives the same picture as painting all', () => {
    fc.assert(
      fc.property(
        fc.array(lamp, { minLength: 1, maxLength: 60 }),
        fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 5 }),
        fc.constantFrom(0.8, 1.4, 2, 4.3),
        (lamps, ticks, radius) => {
          const { memory, painter, source } = painted(lamps, radius);
          for (const changes of ticks) {
            for (const { lamp, state, level, faults } of changes) {
              const i = lamp % lamps.length;
              source.look[i] = lookOf(state, level, faults);
              painter.mark(i);
            }
            painter.flush();
          }
          expect(Buffer.compare(bytes(memory), bytes(anew(source, view(radius))))).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a view that moves', () => {
  /** Between the quarters of a pixel that stamps are made for: nothing is on the edge of two. */
  const place = fc.integer({ min: -8 * 60, max: 8 * (SIZE + 60) }).map((n) => n / 8 + 1 / 16);
  const lamp = fc.record({ ...looking, x: place, y: place });
  const way = fc.integer({ min: -90, max: 90 });
  const move = fc.record({ dx: way, dy: way, changed: fc.nat(), level: fc.nat(100) });

  test('gives the same picture as one that is painted whole, and so do changes before and after', () => {
    fc.assert(
      fc.property(
        fc.array(lamp, { minLength: 1, maxLength: 60 }),
        fc.array(move, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0.8, 2, 4.3),
        (lamps, moves, radius) => {
          const { memory, painter, source } = painted(lamps, radius);
          let at = view(radius);
          const change = (lamp: number, level: number) => {
            source.look[lamp % lamps.length] = lookOf(LampState.on, level, 0);
            painter.mark(lamp % lamps.length);
          };
          for (const { dx, dy, changed, level } of moves) {
            change(changed, level);
            at = { ...at, originX: at.originX + dx, originY: at.originY + dy };
            painter.show({ ...source }, at, PALETTE);
            change(changed + 1, 100 - level);
            painter.flush();
          }
          expect(Buffer.compare(bytes(memory), bytes(anew(source, at)))).toBe(0);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is painted whole where more than its place differs', () => {
    const { memory, painter, source } = painted([lit(50.5, 50.5)]);
    const moved = { ...view(), originX: 10 };
    painter.show(source, moved, { ...PALETTE, levels: [1, 2, 3, 4, 5] });
    expect(memory.at(40, 50).ink).toBe(4);
    painter.show(sourceOf([lit(90.5, 50.5)]), { ...moved, originX: 20 }, PALETTE);
    expect([memory.at(30, 50), memory.at(70, 50).ink]).toEqual([nothing, 0x40]);
  });
});

/** The same, painted whole. */
function anew(source: LampColumns, at: LampView): Memory {
  const memory = new Memory();
  new SplatPainter(memory).show(source, at, PALETTE);
  return memory;
}
const bytes = ({ pixels }: Memory) => new Uint8Array(pixels.buffer);
