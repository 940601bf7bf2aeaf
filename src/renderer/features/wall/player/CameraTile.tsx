import { useIntl } from 'react-intl';
import type { StreamPlace } from '../../../../shared/camera/model.ts';
import { playableUrl } from '../../../../shared/camera/playable-url.ts';
import { TileFrame } from './TileFrame.tsx';
import { tileWords } from './tile-words.ts';
import { useTilePlayer } from './use-tile-player.ts';

/** What a tile may show of its camera. */
export type TileSource =
  /** `camera.view` has been granted */
  | { readonly kind: 'play'; readonly stream: StreamPlace; readonly allowedOrigins: readonly string[] }
  /** `camera.view` is under way */
  | { readonly kind: 'asking' }
  /** viewing needs a motive first */
  | { readonly kind: 'motive'; readonly onGiveMotive: () => void };

interface CameraTileProps {
  readonly name: string;
  /** said at the foot of a live picture, e.g. the camera's domain */
  readonly detail?: string;
  readonly source: TileSource;
}

/** A camera, playing or saying why it isn't. Fills its parent. */
export function CameraTile({ name, detail, source }: CameraTileProps) {
  if (source.kind === 'motive') return <ForbiddenTile name={name} onGiveMotive={source.onGiveMotive} />;
  if (source.kind === 'asking')
    return (
      <TileFrame
        name={name}
        words={{ mood: 'waiting', state: 'wall.state.connecting', lines: [{ id: 'wall.connecting' }] }}
      />
    );
  const playable = playableUrl(source.stream, source.allowedOrigins);
  if (playable.ok) return <PlayingTile name={name} detail={detail} url={playable.url} />;
  const lines = [{ id: 'wall.refused' }, { id: `wall.refused.${playable.reason}` }] as const;
  return <TileFrame name={name} words={{ mood: 'lost', state: 'wall.state.refused', lines }} />;
}

interface PlayingTileProps {
  readonly name: string;
  readonly detail: string | undefined;
  readonly url: string;
}

function PlayingTile({ name, detail, url }: PlayingTileProps) {
  const { videoRef, view } = useTilePlayer(url);
  return (
    <TileFrame name={name} detail={detail} words={tileWords(view)} pictureTime={view.pictureTime}>
      <video ref={videoRef} muted playsInline aria-hidden tabIndex={-1} />
    </TileFrame>
  );
}

interface ForbiddenTileProps {
  readonly name: string;
  readonly onGiveMotive: () => void;
}

function ForbiddenTile({ name, onGiveMotive }: ForbiddenTileProps) {
  const { formatMessage } = useIntl();
  return (
    <TileFrame
      name={name}
      words={{ mood: 'forbidden', state: 'wall.state.forbidden', lines: [{ id: 'wall.forbidden' }] }}
      action={
        <button type="button" className="camera-tile-action" onClick={onGiveMotive}>
          {formatMessage({ id: 'wall.forbidden.give' })}
        </button>
      }
    />
  );
}
