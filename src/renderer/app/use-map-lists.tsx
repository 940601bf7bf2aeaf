import { type ReactNode, useState } from 'react';
import type { MapPanelProps } from '../features/map/index.ts';
import { type ListedMap, MapLists } from '../features/map-lists/index.ts';

/** The lists of what a map shows: whether they are open, and they themselves, for where there is room. */
export function useMapLists(map: ListedMap): {
  readonly lists: NonNullable<MapPanelProps['lists']>;
  readonly panel: ReactNode;
} {
  const [open, onOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  return {
    lists: { open, onOpen },
    panel: open && <MapLists map={map} chosen={chosen} onChosen={setChosen} onClose={() => onOpen(false)} />,
  };
}
