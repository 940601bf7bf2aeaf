import { type RefObject, useEffect, useRef, useState } from 'react';
import { IDLE_VIEW, type TileView } from './player-state.ts';
import { TilePlayer } from './tile-player.ts';

interface HostedPlayer {
  readonly videoRef: RefObject<HTMLVideoElement | null>;
  readonly view: TileView;
}

/**
 * Hosts a player for as long as the tile lives; key the tile by camera, and one player serves across layouts.
 * A tile that is scrolled off or under `display: none` would go on decoding, one in a minimised window would seem
 * stalled and be rebuilt again and again: they are suspended.
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
    let inView = true;
    const onShown = () => {
      if (inView && document.visibilityState === 'visible') player.resume();
      else player.suspend();
    };
    const observer = new IntersectionObserver((entries) => {
      inView = entries.at(-1)?.isIntersecting ?? inView;
      onShown();
    });
    observer.observe(video);
    document.addEventListener('visibilitychange', onShown);
    return () => {
      document.removeEventListener('visibilitychange', onShown);
      observer.disconnect();
      unsubscribe();
      player.dispose();
    };
  }, [url]);
  return { videoRef, view };
}
