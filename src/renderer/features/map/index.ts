/** The map: every lamp live, streets, cameras and tickets. */
export type { MapBase } from './base/model.ts';
export { DrawingFacts } from './drawing/DrawingFacts.tsx';
export { createDrawingStore, DrawingProvider, useDrawing } from './drawing/store.ts';
export { CardRow } from './LampCard.tsx';
export { LastKnown } from './LastKnown.tsx';
export { LampTable } from './lamp-table.ts';
export { lampLine } from './lamp-words.ts';
export type { MapTool } from './layer/area-tool.ts';
export { MapPanel, type MapPanelProps } from './MapPanel.tsx';
export type {
  LampFacts,
  LampRef,
  MapCabinet,
  MapCamera,
  MapCentre,
  MapCrossing,
  MapDistrict,
  MapFreshness,
  MapGoal,
  MapLayerName,
  MapMenuOf,
  MapSpot,
  MapSupply,
  MapTarget,
  MapTicket,
  MapUnit,
} from './model.ts';
export { MAP_LAYERS } from './model.ts';
