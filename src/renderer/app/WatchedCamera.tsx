import { useState } from 'react';
import type { CameraEntry } from '../../shared/ipc/model.ts';
import { needsMotive } from '../../shared/rights/viewing.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { MotiveDialog, useView } from '../features/cameras/index.ts';
import { useViewer } from '../features/desk/index.ts';
import { CameraTile } from '../features/wall/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { tileSource } from './tile-source.ts';

interface WatchedCameraProps {
  readonly camera: CameraEntry;
  /** the open ticket that it may be watched for */
  readonly ticket: Ticket | undefined;
  /** why it is watched, where that was given already */
  readonly given?: string | undefined;
}

/**
 * A camera plays at once for a ticket that is mine; for another's, a free one or none, watching wants a motive, which
 * was given for this camera and this ticket.
 */
export function WatchedCamera({ camera, ticket, given }: WatchedCameraProps) {
  return <ForOneReason key={`${camera.id} ${ticket?.id}`} camera={camera} ticket={ticket} given={given} />;
}

function ForOneReason({ camera, ticket, given }: WatchedCameraProps) {
  const { me } = useViewer();
  const [motive, setMotive] = useState(given);
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
      source={tileSource(view, onGiveMotive)}
    />
  );
}
