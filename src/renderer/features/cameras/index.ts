export { MotiveDialog } from './MotiveDialog.tsx';
export { camerasNear } from './near.ts';
export { CamerasProvider, createCamerasStore, useCameras } from './store.ts';
export { useView, type View } from './use-view.ts';
