import type { CameraEntry } from '../../shared/ipc/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import styles from './Interventions.module.css';
import { WatchedCamera } from './WatchedCamera.tsx';

interface CameraTilesProps {
  readonly ticket: Ticket;
  readonly cameras: readonly CameraEntry[];
  /** the motives that were given, by camera */
  readonly motives?: ReadonlyMap<string, string>;
}
/** Cameras side by side, each for the reason that was given for it. */
export function CameraTiles({ ticket, cameras, motives }: CameraTilesProps) {
  return cameras.map((camera) => (
    <div key={camera.id} className={styles.camera}>
      <WatchedCamera camera={camera} ticket={ticket} given={motives?.get(camera.id)} />
    </div>
  ));
}
