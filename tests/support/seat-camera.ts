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
