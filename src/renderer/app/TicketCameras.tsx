import type { Ticket } from '../../shared/ticket/model.ts';
import { camerasNear, useCameras } from '../features/cameras/index.ts';
import styles from './Interventions.module.css';

const TILES = 4;

/** The cameras that see the open ticket's place, or the nearest. */
export function TicketCameras({ ticket }: { readonly ticket: Ticket }) {
  const list = useCameras((cameras) => cameras.list);
  const { position } = ticket.place;
  const near = position === undefined ? [] : camerasNear(list, position, TILES);
  if (near.length === 0) return null;
  return (
    <div className={styles.cameras}>
      {near.map((camera) => (
        <div key={camera.id} className={styles.camera}>
          {camera.name}
        </div>
      ))}
    </div>
  );
}
