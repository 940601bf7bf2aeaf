import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/ipc/contract.ts';
import type { Desk, Written } from '../features/desk/index.ts';

/** Where the operator is and what is half written: what must not be lost where the page dies. */
interface Place {
  readonly selected?: string | undefined;
  readonly composer?: Desk['composer'];
  readonly notes: readonly (readonly [ticket: string, text: string])[];
  readonly addressees: readonly (readonly [ticket: string, person: string])[];
  readonly forms: readonly (readonly [ticket: string, written: Written])[];
}

/** Keeps the operator's place with main, and goes back there. @param kept what the page of before had said @returns stops */
export function keepPlace(bridge: Bridge, desk: StoreApi<Desk>, kept: string | undefined): () => void {
  if (kept !== undefined) goTo(JSON.parse(kept) as Place); // one's own words, by the same version
  // At each keystroke: a few kilobytes are cheaper than the last word of a note is.
  const tell = (): void => {
    const { selected, composer, notes, addressees, forms } = desk.getState();
    const place: Place = {
      selected,
      composer,
      notes: [...notes],
      addressees: [...addressees],
      forms: [...forms],
    };
    // A comfort: where main has no ear for it, there is nothing to tell the operator.
    bridge.request('shell.keep', { place: JSON.stringify(place) }).catch(() => undefined);
  };
  return desk.subscribe((now, before) => {
    const told = [before.selected, before.composer, before.notes, before.forms];
    if ([now.selected, now.composer, now.notes, now.forms].some((part, i) => part !== told[i])) tell();
  });

  function goTo(place: Place): void {
    desk.getState().select(place.selected);
    desk.setState({
      composer: place.composer,
      notes: new Map(place.notes),
      addressees: new Map(place.addressees),
      forms: new Map(place.forms),
    });
  }
}
