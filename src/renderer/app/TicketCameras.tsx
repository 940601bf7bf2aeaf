import { useState } from 'react';
import type { UrlRefusal } from '../../shared/camera/playable-url.ts';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { camerasNear, MotiveDialog, useCameras, useView, type View } from '../features/cameras/index.ts';
import { useViewer } from '../features/desk/index.ts';
import { CameraTile, type TileSource } from '../features/wall/index.ts';
import { useT } from '../lib/i18n/index.tsx';
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
          <TicketCamera camera={camera} ticket={ticket} />
        </div>
      ))}
    </div>
  );
}

interface TicketCameraProps {
  readonly camera: CameraEntry;
  readonly ticket: Ticket;
}

/** A camera plays at once on a ticket that is mine; on another's or a free one, watching wants a motive. */
function TicketCamera({ camera, ticket }: TicketCameraProps) {
  const { me } = useViewer();
  const [motive, setMotive] = useState<string>();
  const [asking, setAsking] = useState(false);
  const justified = ticket.owner?.person === me?.id && me !== undefined;
  if (justified || motive !== undefined)
    return <PlayedCamera camera={camera} ticket={ticket} motive={motive} />;
  return (
    <>
      <CameraTile name={camera.name} source={{ kind: 'motive', onGiveMotive: () => setAsking(true) }} />
      {asking && <MotiveDialog camera={camera.name} onGive={setMotive} onClose={() => setAsking(false)} />}
    </>
  );
}

function PlayedCamera({
  camera,
  ticket,
  motive,
}: TicketCameraProps & { readonly motive: string | undefined }) {
  const t = useT();
  const view = useView(camera.id, ticket.id, motive);
  return (
    <CameraTile name={camera.name} detail={t(`cameras.domain.${camera.domain}`)} source={asSource(view)} />
  );
}

function asSource(view: View): TileSource {
  switch (view.kind) {
    case 'asking':
      return view;
    case 'granted':
      return { kind: 'play', url: view.url };
    case 'refused':
      return view.code === 'NO_PLAYABLE_STREAM'
        ? { kind: 'unplayable', reason: (view.detail ?? 'malformed') as UrlRefusal }
        : { kind: 'denied' };
  }
}
