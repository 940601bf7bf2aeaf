import { useState } from 'react';
import type { UrlRefusal } from '../../shared/camera/playable-url.ts';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { MotiveDialog, useView, type View } from '../features/cameras/index.ts';
import { useViewer } from '../features/desk/index.ts';
import { CameraTile, type TileSource } from '../features/wall/index.ts';
import { useT } from '../lib/i18n/index.tsx';

interface WatchedCameraProps {
  readonly camera: CameraEntry;
  /** the open ticket that it may be watched for */
  readonly ticket: Ticket | undefined;
}

/** A camera plays at once for a ticket that is mine; for another's, a free one or none, watching wants a motive. */
export function WatchedCamera({ camera, ticket }: WatchedCameraProps) {
  const { me } = useViewer();
  const [motive, setMotive] = useState<string>();
  const [asking, setAsking] = useState(false);
  const justified = ticket?.owner !== undefined && ticket.owner.person === me?.id;
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
}: WatchedCameraProps & { readonly motive: string | undefined }) {
  const t = useT();
  const view = useView(camera.id, ticket?.id, motive);
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
