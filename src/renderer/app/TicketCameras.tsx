import type { Ticket } from '../../shared/ticket/model.ts';
import { useCameras } from '../features/cameras/index.ts';
import styles from './Interventions.module.css';
import { camerasFor } from './on-map.ts';
import { WatchedCamera } from './WatchedCamera.tsx';

/** The cameras that see the open ticket's place, or the nearest. */
export function TicketCameras({ ticket }: { readonly ticket: Ticket }) {
  const near = camerasFor(
    ticket,
    useCameras((cameras) => cameras.list),
  );
  if (near.length === 0) return null;
  return (
    <div className={styles.cameras}>
      {near.map((camera) => (
        <div key={camera.id} className={styles.camera}>
          <WatchedCamera camera={camera} ticket={ticket} />
        </div>
      ))}
    </div>
  );
}
