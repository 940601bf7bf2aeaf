import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { UrlRefusal } from '../../../../shared/camera/playable-url.ts';
import { TileFrame } from './TileFrame.tsx';
import type { TileMood, WallMessage } from './tile-words.ts';

/** hls.js is a third of the page's code: it comes with the first picture, not with the console. */
const PlayingTile = lazy(() => import('./PlayingTile.tsx').then((file) => ({ default: file.PlayingTile })));

/** Why this person may not watch: rights that do not reach, a session that is over, or what the hub did not say. */
export type Denial = 'domain' | 'role' | 'session' | 'other';

/** What a tile may show of its camera. */
export type TileSource =
  /** `camera.view` has been granted; the seat has checked the address, and the page's policy names its origin */
  | { readonly kind: 'play'; readonly url: string }
  /** `camera.view` is under way */
  | { readonly kind: 'asking' }
  /** viewing needs a motive first */
  | { readonly kind: 'motive'; readonly onGiveMotive: () => void }
  /** no stream of the camera has an address that this seat may play */
  | { readonly kind: 'unplayable'; readonly reason: UrlRefusal }
  /** the person at the seat may not watch this camera, or nobody sits there */
  | { readonly kind: 'denied'; readonly why: Denial };

interface CameraTileProps {
  readonly name: string;
  /** said at the foot of a live picture, e.g. the camera's domain */
  readonly detail?: string;
  readonly source: TileSource;
}

/** A camera, playing or saying why it isn't. Fills its parent. */
export function CameraTile({ name, detail, source }: CameraTileProps) {
  switch (source.kind) {
    case 'play':
      return (
        <Suspense fallback={<ConnectingTile name={name} />}>
          <PlayingTile name={name} detail={detail} url={source.url} />
        </Suspense>
      );
    case 'asking':
      return <ConnectingTile name={name} />;
    case 'motive':
      return <ForbiddenTile name={name} onGiveMotive={source.onGiveMotive} />;
    case 'unplayable': {
      const lines = ['wall.refused', `wall.refused.${source.reason}`] as const;
      return <StillTile name={name} mood="lost" state="refused" lines={lines} />;
    }
    case 'denied': {
      const lines = ['wall.denied', `wall.denied.${source.why}`] as const;
      return <StillTile name={name} mood="forbidden" state="denied" lines={lines} />;
    }
    default:
      return assertNever(source);
  }
}

interface StillTileProps {
  readonly name: string;
  readonly mood: TileMood;
  readonly state: 'connecting' | 'refused' | 'denied';
  readonly lines: readonly WallMessage[];
}

function StillTile({ name, mood, state, lines }: StillTileProps) {
  const words = { mood, state: `wall.state.${state}`, lines: lines.map((id) => ({ id })) } as const;
  return <TileFrame name={name} words={words} />;
}

const ConnectingTile = ({ name }: { readonly name: string }) => (
  <StillTile name={name} mood="waiting" state="connecting" lines={['wall.connecting']} />
);

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
