import { type ReactNode, useMemo, useState } from 'react';
import type { useSupply } from '../features/city/index.ts';
import type { MapPanelProps } from '../features/map/index.ts';
import { type ListedMap, MapLists } from '../features/map-lists/index.ts';

/** Of the map that the lists belong to; functions must not change. */
interface MapListsOptions extends Omit<ListedMap, 'cabinets' | 'districts'> {
  readonly known: ReturnType<typeof useSupply>['known'];
}

/** The lists of what a map shows: whether they are open, and they themselves, for where there is room. */
export function useMapLists(options: MapListsOptions): {
  readonly lists: NonNullable<MapPanelProps['lists']>;
  readonly panel: ReactNode;
} {
  const { known, lacks, crossings, go, openLamp, openCabinet, openCrossing, openTicket, toChosen } = options;
  const [open, onOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const map = useMemo(
    (): ListedMap => ({
      ...known,
      lacks,
      crossings,
      go,
      openLamp,
      openCabinet,
      openCrossing,
      openTicket,
      toChosen,
    }),
    [known, lacks, crossings, go, openLamp, openCabinet, openCrossing, openTicket, toChosen],
  );
  return {
    lists: { open, onOpen },
    panel: open && <MapLists map={map} chosen={chosen} onChosen={setChosen} onClose={() => onOpen(false)} />,
  };
}
