import { useCabinetThings } from './kinds/cabinets.ts';
import { useCameraThings } from './kinds/cameras.ts';
import { useCrossingThings } from './kinds/crossings.ts';
import { useDistrictThings } from './kinds/districts.ts';
import { useStreetThings } from './kinds/streets.ts';
import { useTicketThings } from './kinds/tickets.ts';
import { useUnitThings } from './kinds/units.ts';
import type { MapList } from './model.ts';

/**
 * All kinds of things that the map shows, each with its list: whatever is drawn on the map and means something has a
 * line here.
 */
export const MAP_LISTS: readonly [MapList, ...MapList[]] = [
  { id: 'streets', label: 'lists.streets', none: 'lists.streets.none', useThings: useStreetThings },
  { id: 'districts', label: 'lists.districts', none: 'lists.districts.none', useThings: useDistrictThings },
  { id: 'cabinets', label: 'lists.cabinets', none: 'lists.cabinets.none', useThings: useCabinetThings },
  { id: 'crossings', label: 'lists.crossings', none: 'lists.crossings.none', useThings: useCrossingThings },
  { id: 'cameras', label: 'lists.cameras', none: 'lists.cameras.none', useThings: useCameraThings },
  { id: 'units', label: 'lists.units', none: 'lists.units.none', useThings: useUnitThings },
  { id: 'tickets', label: 'lists.tickets', none: 'lists.tickets.none', useThings: useTicketThings },
];
