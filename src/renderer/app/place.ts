import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/ipc/contract.ts';
import type { Desk, Draft } from '../features/desk/index.ts';

/** Where the operator is and what is half written: what must not be lost where the page dies. */
interface Place {
  readonly selected?: string | undefined;
  readonly composer?: Desk['composer'];
  readonly draft: Draft;
}

/** Keeps the operator's place with main, and goes back there. @param kept what the page of before had said @returns stops */
export function keepPlace(
  bridge: Bridge,
  { desk, draft }: { readonly desk: StoreApi<Desk>; readonly draft: StoreApi<Draft> },
  kept: string | undefined,
): () => void {
  if (kept !== undefined) goTo(JSON.parse(kept) as Place); // one's own words, by the same version
  // At each keystroke: a few kilobytes are cheaper than the last word of a note is.
  const tell = (): void => {
    const { selected, composer } = desk.getState();
    const place: Place = { selected, composer, draft: draft.getState() };
    // A comfort: where main has no ear for it, there is nothing to tell the operator.
    bridge.request('shell.keep', { place: JSON.stringify(place) }).catch(() => undefined);
  };
  const stops = [
    draft.subscribe(tell),
    desk.subscribe((now, before) => {
      if (now.selected !== before.selected || now.composer !== before.composer) tell();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };

  function goTo(place: Place): void {
    desk.getState().select(place.selected);
    desk.getState().compose(place.composer);
    draft.setState(place.draft, true);
  }
}
