import { TileFrame } from './TileFrame.tsx';
import { tileWords } from './tile-words.ts';
import { useTilePlayer } from './use-tile-player.ts';

interface PlayingTileProps {
  readonly name: string;
  readonly detail: string | undefined;
  readonly url: string;
}

/** A tile with a player in it. */
export function PlayingTile({ name, detail, url }: PlayingTileProps) {
  const { videoRef, view } = useTilePlayer(url);
  return (
    <TileFrame name={name} detail={detail} words={tileWords(view)} pictureTime={view.pictureTime}>
      <video ref={videoRef} muted playsInline aria-hidden tabIndex={-1} />
    </TileFrame>
  );
}
