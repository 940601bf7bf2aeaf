import type { CabinetId, DistrictId, LampId } from '../../shared/ids.ts';
import { runsOf, type Wiring, wire } from './cabinets.ts';
import { townAt } from './communes.ts';
import { nameDistricts } from './districts.ts';
import { toPosition } from './geometry.ts';
import type { PlaneGraph } from './graph.ts';
import type { Post } from './lamps.ts';
import { middle, partition } from './partition.ts';
import type { Cabinet, District, Edge, Lamp } from './types.ts';

const DISTRICTS = 34;
const CABINETS_PER_DISTRICT = 20;

const digits = (n: number, width: number) => String(n).padStart(width, '0');

/** Wires the lamps: compact districts, in each its cabinets, in each their circuits. */
export function wireCity(
  posts: readonly Post[],
  graph: PlaneGraph,
  edges: readonly Edge[],
): { readonly districts: District[]; readonly cabinets: Cabinet[]; readonly lamps: Lamp[] } {
  const parts = partition(runsOf(posts, graph, edges), DISTRICTS);
  const names = nameDistricts(parts.map(middle));
  // ids follow the inventory, street by street, not the wiring
  const numbers = new Map(posts.map((post, i) => [post, i + 1]));
  const cabinets: Cabinet[] = [];
  const lamps: Lamp[] = [];
  const districts = parts.map((part, d): District => {
    const id = digits(d, 2) as DistrictId;
    let index = 0;
    for (const group of partition(part, CABINETS_PER_DISTRICT)) {
      const wiring = wire(`ARM-21-${digits(cabinets.length + 1, 4)}` as CabinetId, group, graph, edges);
      cabinets.push(cabinetOf(wiring, id));
      for (const [c, circuit] of wiring.circuits.entries())
        for (const post of circuit)
          lamps.push(lampOf(post, numbers.get(post)!, { wiring, circuit: c, district: id, index: index++ }));
    }
    return { id, name: names[d]!, center: toPosition(middle(part)) };
  });
  return { districts, cabinets, lamps };
}

type Feed = { wiring: Wiring; circuit: number; district: DistrictId; index: number };

const circuitId = ({ id }: Wiring, circuit: number) => `${id}-C${circuit + 1}`;

function cabinetOf(wiring: Wiring, district: DistrictId): Cabinet {
  return {
    id: wiring.id,
    position: toPosition(wiring.point),
    district,
    street: wiring.street,
    commune: townAt(wiring.point).name,
    circuits: wiring.circuits.map((_, c) => circuitId(wiring, c)),
  };
}

function lampOf({ point, ...post }: Post, number: number, feed: Feed): Lamp {
  return {
    ...post,
    id: `LMP-21-${digits(number, 6)}` as LampId,
    position: toPosition(point),
    circuit: circuitId(feed.wiring, feed.circuit),
    cabinet: feed.wiring.id,
    district: feed.district,
    index: feed.index,
  };
}
