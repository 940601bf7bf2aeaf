import type { CameraDomain } from '../../shared/camera/model.ts';
import { CameraId } from '../../shared/ids.ts';
import type { PlaceName } from './loops/places/index.ts';

/** A camera of the demo city: its catalogue entry and what its loop shows. */
export interface DemoCamera {
  readonly id: CameraId;
  /** 1–255, told by the strip in its picture; never given to another camera. */
  readonly number: number;
  readonly name: string;
  readonly domain: CameraDomain;
  /** WGS 84, lon lat. */
  readonly position: readonly [number, number];
  /** Degrees clockwise from north. */
  readonly azimuth: number;
  /** Degrees. */
  readonly fieldOfView: number;
  /** How far it usefully sees, m. */
  readonly range: number;
  readonly place: PlaceName;
  readonly seed: number;
}

/** Twelve cameras in the centre of Dijon. */
export const demoCameras: readonly DemoCamera[] = [
  camera(
    1,
    'LIB-03',
    'Liberté × Bossuet',
    'publicSpace',
    [5.03905, 47.32195],
    98,
    62,
    90,
    'shopping-street',
    3,
  ),
  camera(
    2,
    'LIB-05',
    'Liberté, n° 52',
    'publicSpace',
    [5.03705, 47.32245],
    278,
    62,
    90,
    'shopping-street',
    8,
  ),
  camera(3, 'DAR-01', 'Place Darcy', 'transport', [5.0341, 47.3234], 305, 64, 120, 'tram-stop', 2),
  camera(4, 'REP-02', 'Place de la République', 'publicSpace', [5.0456, 47.3262], 40, 70, 130, 'square', 1),
  camera(5, 'BRO-03', 'Boulevard de Brosses', 'publicSpace', [5.0364, 47.3245], 62, 60, 150, 'boulevard', 1),
  camera(6, 'WIL-02', 'Place Wilson', 'publicSpace', [5.0448, 47.3153], 204, 68, 110, 'junction', 1),
  camera(7, 'GAR-06', 'Parvis de la gare', 'transport', [5.0284, 47.3233], 262, 68, 110, 'forecourt', 1),
  camera(
    8,
    'PAR-02',
    'Cours Général-de-Gaulle',
    'publicSpace',
    [5.0459, 47.3128],
    165,
    62,
    120,
    'park-edge',
    1,
  ),
  camera(9, 'SEV-01', 'Boulevard de Sévigné', 'bikes', [5.0318, 47.3236], 255, 64, 110, 'bike-lane', 1),
  camera(10, 'TRE-01', 'Parking Trémouille', 'parking', [5.0414, 47.3266], 12, 66, 100, 'car-park', 1),
  camera(11, 'AUX-05', 'Rue d’Auxonne', 'publicSpace', [5.0487, 47.3144], 128, 60, 150, 'boulevard', 6),
  camera(12, 'NIC-02', 'Quai Nicolas-Rolin', 'bikes', [5.0353, 47.3149], 230, 64, 110, 'bike-lane', 4),
];

function camera(
  number: number,
  id: string,
  name: string,
  domain: CameraDomain,
  position: readonly [number, number],
  azimuth: number,
  fieldOfView: number,
  range: number,
  place: PlaceName,
  seed: number,
): DemoCamera {
  return { id: CameraId.parse(id), number, name, domain, position, azimuth, fieldOfView, range, place, seed };
}
