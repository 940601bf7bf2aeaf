export type { View } from './keep-viewing.ts';
export { MotiveDialog } from './MotiveDialog.tsx';
export { type CamerasNear, camerasNear } from './near.ts';
export { filming, pictureAge } from './news.ts';
export { CamerasProvider, createCamerasStore, useCameras } from './store.ts';
export { useView } from './use-view.ts';
