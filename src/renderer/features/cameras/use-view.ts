import { useEffect, useRef, useState } from 'react';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useReport } from '../../lib/notices/index.ts';
import { useShown } from '../../lib/shown/index.ts';
import { keepViewing, type View, type Viewing } from './keep-viewing.ts';
import { useCameras } from './store.ts';

/**
 * Asks to watch a camera for a ticket; nothing plays before it is granted, nor after the grant, and each time it is in
 * the journal. Asked again where the ticket is another, and before the grant runs out.
 */
export function useView(camera: string, ticket: string | undefined, motive: string | undefined): View {
  const bridge = useBridge();
  const report = useReport();
  const watch = useCameras((cameras) => cameras.watch);
  const [view, setView] = useState<View>({ kind: 'asking' });
  const granted = view.kind === 'granted';
  useEffect(() => (granted ? watch(camera) : undefined), [granted, watch, camera]);
  const shown = useShown();
  const viewing = useRef<Viewing>(undefined);
  useEffect(() => {
    viewing.current = keepViewing({
      ask: () => bridge.request('cameras.view', { camera, ticket, motive }),
      onView: setView,
      onFailed: (error) => report('cameras.view', error),
      now: Date.now,
    });
    return viewing.current.end;
  }, [bridge, report, camera, ticket, motive]);
  // A glance at another page is no other viewing: it only waits with asking again.
  useEffect(() => viewing.current?.show(shown), [shown]);
  return view;
}
