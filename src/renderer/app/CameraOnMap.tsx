import { X } from 'lucide-react';
import { useRef } from 'react';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import { useCameras } from '../features/cameras/index.ts';
import { useBoard, useDesk } from '../features/desk/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { IconButton, useTakesFocus } from '../ui/index.ts';
import styles from './CityMap.module.css';
import { camerasFor } from './on-map.ts';
import { WatchedCamera } from './WatchedCamera.tsx';

interface CameraOnMapProps {
  readonly camera: CameraEntry;
  readonly onClose: () => void;
}

/** The camera picked on the map, in a tile over it; the open ticket justifies those that it offers itself. */
export function CameraOnMap({ camera, onClose }: CameraOnMapProps) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  useTakesFocus(box);
  const all = useCameras(({ list }) => list);
  const selected = useDesk((desk) => desk.selected);
  const ticket = useBoard(({ rows }) => rows.get(selected ?? ''))?.ticket;
  const near = ticket !== undefined && camerasFor(ticket, all).seeing.some(({ id }) => id === camera.id);
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={t('palette.cameraTile', { camera: camera.name })}
      className={styles.tile}
    >
      <WatchedCamera camera={camera} ticket={near ? ticket : undefined} />
      <IconButton
        icon={X}
        label={t('palette.closeCamera')}
        className={styles.close ?? ''}
        onClick={onClose}
      />
    </section>
  );
}
