import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { MotiveDialog } from '../features/cameras/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { Button, Icon } from '../ui/index.ts';
import { CameraTiles } from './CameraTiles.tsx';
import styles from './Interventions.module.css';

interface LockedCamerasProps {
  /** what the motives are given for: another ticket is another reason */
  readonly ticket: Ticket;
  readonly cameras: readonly CameraEntry[];
}

/** Cameras that no ticket of mine justifies watching: their names, each to be opened with a motive; then it plays. */
export function LockedCameras({ ticket, cameras }: LockedCamerasProps) {
  const t = useT();
  const [motives, setMotives] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked, setAsked] = useState<CameraEntry>();
  // Nobody gives a motive for a picture that can't come: its tile says why.
  const locked = cameras.filter(({ id, refused }) => refused === undefined && !motives.has(id));
  const open = cameras.filter((camera) => !locked.includes(camera));
  return (
    <>
      {locked.length > 0 && (
        <section className={styles.locked} aria-label={t('cameras.locked')}>
          <Icon of={Lock} size="small" />
          <span>{t('cameras.locked')}</span>
          {locked.map((camera) => (
            <Button
              key={camera.id}
              aria-label={t('cameras.locked.open', { camera: camera.name })}
              onClick={() => setAsked(camera)}
            >
              {camera.name}…
            </Button>
          ))}
        </section>
      )}
      {open.length > 0 && (
        <div className={styles.cameras}>
          <CameraTiles ticket={ticket} cameras={open} motives={motives} />
        </div>
      )}
      {asked !== undefined && (
        <MotiveDialog
          camera={asked.name}
          onGive={(motive) => setMotives(new Map(motives).set(asked.id, motive))}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
