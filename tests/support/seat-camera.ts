import type { Camera } from '../../src/shared/camera/model.ts';

/** from which the seat may play */
export const ORIGIN = 'https://video.ville.example';
/** A camera whose second stream the seat may play. */
export const CAMERA = {
  v: 1,
  id: 'CAM/1',
  name: 'Liberté × Bossuet',
  domain: 'publicSpace',
  position: [5.04, 47.32],
  azimuth: 90,
  fieldOfView: 60,
  streams: [
    { origin: 'https://elsewhere.example', path: '/a.m3u8' },
    { origin: ORIGIN, path: '/cam-1/index.m3u8' },
  ],
};

/** Where `CAM_1` streams from. */
export const CAM_1_ORIGIN = 'http://127.0.0.1:8000';
/** A camera as a hub lists it; nothing answers at its address. */
export const CAM_1 = {
  ...CAMERA,
  id: 'CAM-1',
  streams: [{ origin: CAM_1_ORIGIN, path: '/cam-1/index.m3u8' }],
} as unknown as Camera;
