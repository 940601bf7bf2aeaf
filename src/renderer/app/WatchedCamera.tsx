import { useState } from 'react';
import type { UrlRefusal } from '../../shared/camera/playable-url.ts';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import { needsMotive } from '../../shared/rights/viewing.ts';
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
  const ask = () => setAsking(true);
  // Nobody gives a motive for a picture that can't come.
  if (camera.refused !== undefined)
    return <CameraTile name={camera.name} source={{ kind: 'unplayable', reason: camera.refused }} />;
  const plays = motive !== undefined || !needsMotive(ticket, me?.id);
  return (
    <>
      {plays ? (
        <PlayedCamera camera={camera} ticket={ticket} motive={motive} onGiveMotive={ask} />
      ) : (
        <CameraTile name={camera.name} source={{ kind: 'motive', onGiveMotive: ask }} />
      )}
      {asking && <MotiveDialog camera={camera.name} onGive={setMotive} onClose={() => setAsking(false)} />}
    </>
  );
}

interface PlayedCameraProps extends WatchedCameraProps {
  readonly motive: string | undefined;
  readonly onGiveMotive: () => void;
}

function PlayedCamera({ camera, ticket, motive, onGiveMotive }: PlayedCameraProps) {
  const t = useT();
  const view = useView(camera.id, ticket?.id, motive);
  return (
    <CameraTile
      name={camera.name}
      detail={t(`cameras.domain.${camera.domain}`)}
      source={asSource(view, onGiveMotive)}
    />
  );
}

function asSource(view: View, onGiveMotive: () => void): TileSource {
  switch (view.kind) {
    case 'asking':
      return view;
    case 'granted':
      return { kind: 'play', url: view.url };
    case 'refused':
      // The hub knows the ticket otherwise: a claim that it has not heard yet, or lost to a colleague.
      if (view.code === 'INVALID' && view.detail === 'motive') return { kind: 'motive', onGiveMotive };
      return view.code === 'NO_PLAYABLE_STREAM'
        ? { kind: 'unplayable', reason: (view.detail ?? 'malformed') as UrlRefusal }
        : { kind: 'denied' };
  }
}
