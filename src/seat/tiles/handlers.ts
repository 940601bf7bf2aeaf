import { authorize } from '../../shared/rights/authorize.ts';
import type { Person } from '../../shared/rights/model.ts';
import type { Handlers } from '../port/port.ts';
import type { BaseMap } from './model.ts';

type BaseMapHandlers = Pick<Handlers, Extract<keyof Handlers, `baseMap.${string}`>>;

/** What windows may ask of the base map. @param who is signed in at this seat */
export const baseMapHandlers = (map: BaseMap, who: () => Person | undefined): BaseMapHandlers => ({
  'baseMap.state': () => map.state(),
  'baseMap.tile': (address) => map.tile(address),
  'baseMap.plan': () => map.plan(),
  'baseMap.prefetch': async () => {
    const person = who();
    const may = person !== undefined && authorize(person, 'map.prefetch', { kind: 'map' }).ok;
    return may ? map.prefetch() : { ok: false, why: 'no-right' };
  },
  'baseMap.cancel': () => map.cancel(),
});
