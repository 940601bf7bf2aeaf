import { type Ground, GroundArea } from '../shared/geo/ground.ts';
import { readEntries } from './edge/inventory-file.ts';

/** The base map's ground from its file, as seats are told of it; undefined without a file. @throws ConfigError */
export function readGround(path: string | undefined): Ground | undefined {
  return path === undefined ? undefined : { v: 1, areas: [...readEntries(path, 'ground', GroundArea)] };
}
