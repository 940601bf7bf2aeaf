import { type RefObject, useEffect, useRef, useState } from 'react';
import { IDLE_VIEW, type TileView } from './player-state.ts';
import { TilePlayer } from './tile-player.ts';

interface HostedPlayer {
  readonly videoRef: RefObject<HTMLVideoElement | null>;
  readonly view: TileView;
}

/**
 * Hosts a player for as long as the tile lives; key the tile by camera, and one player serves across layouts.
 * A tile that is scrolled off, or under `display: none`, is suspended: it would go on decoding.
 */
export function useTilePlayer(url: string): HostedPlayer {
  const videoRef = useRef<HTMLVideoElement>(null);
  const [view, setView] = useState(IDLE_VIEW);
  useEffect(() => {
    const video = videoRef.current;
    if (!video) return;
    const player = new TilePlayer(url, video);
    const show = () => setView(player.view);
    const unsubscribe = player.subscribe(show);
    show();
    const observer = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting) player.resume();
      else player.suspend();
    });
    observer.observe(video);
    return () => {
      observer.disconnect();
      unsubscribe();
      player.dispose();
    };
  }, [url]);
  return { videoRef, view };
}
