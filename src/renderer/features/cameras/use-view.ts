import { useEffect, useState } from 'react';
import type { ViewAnswer } from '../../../shared/ipc/model.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useReport } from '../../lib/notices/index.ts';
import { useCameras } from './store.ts';

/** Asked, and what was answered. */
export type View = { readonly kind: 'asking' } | ViewAnswer;

/**
 * Asks to watch a camera for a ticket; nothing plays before it is granted, and each time it is in the journal.
 * Asked again where the ticket is another.
 */
export function useView(camera: string, ticket: string | undefined, motive: string | undefined): View {
  const bridge = useBridge();
  const report = useReport();
  const watch = useCameras((cameras) => cameras.watch);
  const [view, setView] = useState<View>({ kind: 'asking' });
  const granted = view.kind === 'granted';
  useEffect(() => (granted ? watch(camera) : undefined), [granted, watch, camera]);
  useEffect(() => {
    let wanted = true;
    setView({ kind: 'asking' });
    bridge.request('cameras.view', { camera, ticket, motive }).then(
      (answer) => wanted && setView(answer),
      (error: unknown) => report('cameras.view', error),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, camera, ticket, motive]);
  return view;
}
