import { expect, it } from 'vitest';
import { travelTo } from '../../../shared/geo/route.ts';
import { streetGraph } from '../../../shared/geo/street-graph.ts';
import type { StreetDraft } from '../read/draft.ts';
import { piecesOf } from './street-pieces.ts';

const street = (name: string, line: StreetDraft['lines'][0], oneway?: 'yes' | '-1'): StreetDraft => ({
  at: `s:${name}`,
  name,
  commune: 'Dijon',
  lines: [line],
  ...(oneway && { oneway }),
});
const at = (n: number, lat = 47.32) => [5 + n * 0.002, lat] as const;

it('a one-way street that another crosses is one-way in each of its pieces, and in its own direction', () => {
  const pieces = piecesOf([
    street('rue Longue', [at(0), at(1), at(2)], '-1'),
    street('rue Haute', [at(1, 47.319), at(1), at(1, 47.321)]),
  ]);
  expect(pieces.map(({ properties: { name, oneway } }) => [name, oneway])).toEqual([
    ['rue Haute', undefined],
    ['rue Haute', undefined],
    ['rue Longue', '-1'],
    ['rue Longue', '-1'],
  ]);
  const graph = streetGraph(pieces);
  expect(travelTo(graph, at(0))(at(2), 'car').by).toBe('streets');
  expect(travelTo(graph, at(2))(at(0), 'car').by).toBe('straight');
  expect(travelTo(graph, at(2))(at(0), 'foot').by).toBe('streets');
});
