/** The map: every lamp live, streets, cameras and tickets. */
export { type DistrictPiece, type LampChange, LampTable } from './lamp-table.ts';
export { MapPanel, type MapPanelProps } from './MapPanel.tsx';
export type {
  LampFacts,
  LampRef,
  MapArea,
  MapCamera,
  MapCentre,
  MapFreshness,
  MapStreet,
  MapTarget,
  MapTicket,
} from './model.ts';
