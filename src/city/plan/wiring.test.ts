import { describe, expect, it } from 'vitest';
import { distance } from '../../shared/geo/position.ts';
import { DictionaryLamp } from '../../shared/lamp/dictionary.ts';
import { buildPlan, lookupOf } from './index.ts';

const plan = buildPlan(21);
const lookup = lookupOf(plan);

/** How many separate pieces some edges make, when others may link them. */
function pieces(edges: ReadonlySet<number>, links: readonly number[]): number {
  const parent = new Map<number, number>();
  const root = (node: number): number => {
    const up = parent.get(node) ?? node;
    return up === node ? node : root(up);
  };
  for (const edge of [...edges, ...links])
    parent.set(root(plan.edges[edge]!.from), root(plan.edges[edge]!.to));
  return new Set([...edges].map((edge) => root(plan.edges[edge]!.from))).size;
}

describe('the wiring', () => {
  it('numbers the lamps of each district from 0 without a hole', () => {
    for (const { id } of plan.districts) {
      const indices = lookup.lampsOfDistrict(id).map(({ index }) => index);
      expect(indices).toEqual([...indices.keys()]);
    }
  });

  it('keeps town districts compact', () => {
    const reach = plan.districts.map(({ id, center }) => {
      const away = lookup.lampsOfDistrict(id).map(({ position }) => distance(position, center));
      return away.sort((a, b) => a - b)[away.length >> 1]!;
    });
    expect(reach.filter((metres) => metres < 900).length).toBeGreaterThanOrEqual(24);
    expect(Math.max(...reach)).toBeLessThan(5_500); // villages share one
  });

  it('feeds about fifty lamps from a cabinet at a corner, over two to four circuits', () => {
    const corners = plan.nodes.map(({ position }) => position);
    for (const cabinet of plan.cabinets) {
      const lamps = lookup.lampsOfCabinet(cabinet.id);
      expect(lamps.length).toBeGreaterThan(25);
      expect(lamps.length).toBeLessThan(75);
      expect(cabinet.circuits.length).toBeGreaterThanOrEqual(2);
      expect(cabinet.circuits.length).toBeLessThanOrEqual(4);
      expect(new Set(lamps.map(({ circuit }) => circuit))).toEqual(new Set(cabinet.circuits));
      expect(lamps.every(({ district }) => district === cabinet.district)).toBe(true);
      expect(corners.some((corner) => distance(corner, cabinet.position) < 8)).toBe(true);
    }
    const numbers = new Set(plan.cabinets.map(({ circuits }) => circuits.length));
    expect([...numbers].sort()).toEqual([2, 3, 4]);
  });

  it('keeps the streets of a cabinet together', () => {
    const lit = new Set(plan.lamps.map(({ edge }) => edge));
    const dark = [...plan.edges.keys()].filter((edge) => !lit.has(edge)); // a cable may follow them
    const together = plan.cabinets.filter(({ id }) => {
      const own = new Set(lookup.lampsOfCabinet(id).map(({ edge }) => edge));
      return pieces(own, dark) === 1;
    });
    expect(together.length / plan.cabinets.length).toBeGreaterThan(0.97);
  });

  it('says what the dictionary on the wire wants to know', () => {
    for (const lamp of plan.lamps.slice(0, 500)) {
      const street = lookup.street(lamp.street)!.name;
      expect(DictionaryLamp.parse({ ...lamp, street })).toMatchObject({
        id: lamp.id,
        luminaire: lamp.luminaire,
      });
    }
  });
});
