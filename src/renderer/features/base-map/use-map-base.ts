import { useMemo } from 'react';
import type { BaseMapState } from '../../../shared/ipc/base-map.ts';
import type { MapBase } from '../map/index.ts';
import { useBaseMap } from './store.ts';

/** What a map draws of a base map; undefined where there is none to draw. */
export function mapBaseOf(state: BaseMapState | undefined): MapBase | undefined {
  if (state?.kind !== 'file' && state?.kind !== 'server') return undefined;
  const { content, shade, attribution, bounds, minZoom, maxZoom, named } = state;
  const isCutOff = state.kind === 'server' && state.reach.kind === 'down';
  return { content, shade, attribution, bounds, minZoom, maxZoom, named, isCutOff };
}

/** The base map for a map; another one only where something of it has changed that can be seen. */
export function useMapBase(): MapBase | undefined {
  const known = useBaseMap(({ state }) => JSON.stringify(mapBaseOf(state)));
  return useMemo(() => (known === undefined ? undefined : (JSON.parse(known) as MapBase)), [known]);
}
