import { type ReactNode, useCallback, useMemo } from 'react';
import { CabinetCard, circuitName, type OpenCabinet, usePicks, useSupply } from '../features/city/index.ts';
import type { MapGoal, MapSupply } from '../features/map/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { goalOf } from './on-map.ts';
import { useHiddenLayers } from './use-hidden-layers.ts';

/**
 * Districts, cabinets and circuits on the map, the card of the cabinet that is open, and which layers are shown.
 * @param go moves the map; must not change
 * @param footOf what can be done with the open cabinet
 */
export function useMapSupply(
  go: (goal: MapGoal | undefined) => void,
  footOf?: (cabinet: OpenCabinet, circuit: string | undefined) => ReactNode,
) {
  const t = useT();
  const { cabinets, districts, cabinetOf, known } = useSupply();
  const picked = usePicks((picks) => picks.cabinet);
  const pick = usePicks((picks) => picks.pick);
  const layers = useHiddenLayers();
  const open = picked && cabinetOf(picked.id);
  const circuits = open?.circuits;
  const supply = useMemo(
    (): MapSupply | undefined =>
      picked &&
      circuits && {
        cabinet: picked.id,
        circuits: circuits.map(({ id, lamps }) => ({
          label: id === '' ? t('cabinet.circuit.unknown') : circuitName(id, picked.id),
          lamps,
          chosen: id === picked.circuit,
        })),
      },
    [picked, circuits, t],
  );
  const onCabinet = useCallback(
    (id: string, circuit: string | undefined) => {
      pick({ cabinet: { id, circuit } });
      go(goalOf(cabinetOf(id)?.position, 'cabinet'));
    },
    [pick, go, cabinetOf],
  );
  const close = useCallback(() => pick({ cabinet: undefined }), [pick]);
  return {
    shown: { cabinets, districts, supply, ...layers, onCabinet },
    known,
    close,
    card: picked && open && (
      <CabinetCard
        key={picked.id}
        cabinet={open}
        circuit={picked.circuit}
        onCircuit={(circuit) => pick({ cabinet: { id: picked.id, circuit } })}
        onClose={close}
        foot={footOf?.(open, picked.circuit)}
      />
    ),
  };
}
