import { useEffect, useRef } from 'react';
import { play } from '../../lib/sound/index.ts';
import { useBoard, useDesk } from '../desk/index.ts';
import { useLink } from '../link/index.ts';
import { useSettings } from '../settings/index.ts';

/** Sound only for what needs a head to turn: a P1 that wasn't there before, and the link lost. */
export function useSounds(): void {
  const volume = useRef(0);
  volume.current = useSettings((settings) => settings.volume);
  const loaded = useDesk((desk) => desk.loaded);
  const alarming = useBoard((board) => board.alarming);
  const lost = useLink(({ outage }) => outage.kind === 'on');
  const known = useRef<ReadonlySet<string> | undefined>(undefined);

  useEffect(() => {
    if (!loaded) return;
    const before = known.current;
    if (before !== undefined && alarming.some((row) => !before.has(row.ticket.id)))
      play('p1', volume.current);
    known.current = new Set(alarming.map((row) => row.ticket.id));
  }, [alarming, loaded]);
  useEffect(() => {
    if (lost) play('lost', volume.current);
  }, [lost]);
}
