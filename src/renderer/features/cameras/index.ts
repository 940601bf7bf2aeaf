export { camerasNear } from './near.ts';
export { type Cameras, CamerasProvider, createCamerasStore, useCameras } from './store.ts';
