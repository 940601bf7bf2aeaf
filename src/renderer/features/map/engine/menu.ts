import type L from 'leaflet';
import type { LampTable } from '../lamp-table.ts';
import { MenuTool } from '../layer/menu-tool.ts';
import type { LampRef, MapEvent } from '../model.ts';
import type { Pointing } from './pointing.ts';

interface MenuOptions {
  readonly map: L.Map;
  readonly lamps: LampTable;
  readonly pointing: Pointing;
  /** the lamp whose card is open */
  readonly open: () => LampRef | undefined;
  readonly emit: (event: Extract<MapEvent, { kind: 'menu' }>) => void;
}

/** Says for which place a menu is wanted: for who has no mouse the lamp that is open, where it is seen, else the middle. */
export function createMenuTool({ map, lamps, pointing, open, emit }: MenuOptions): MenuTool {
  const here = (): L.LatLngExpression => {
    const lamp = open();
    const [lon, lat] = (lamp && lamps.positionOf(lamp)) ?? [];
    if (lon === undefined || lat === undefined || !map.getBounds().contains([lat, lon]))
      return map.getCenter();
    return [lat, lon];
  };
  return new MenuTool({
    map,
    here,
    asked: (at) => {
      const { x, y } = map.latLngToContainerPoint(at);
      const { left, top } = map.getContainer().getBoundingClientRect();
      const spot = { position: [at.lng, at.lat] as const, target: pointing.targetAt(at) };
      emit({ kind: 'menu', spot, x: left + x, y: top + y });
    },
  });
}
