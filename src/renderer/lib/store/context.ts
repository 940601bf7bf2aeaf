import { createContext, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';

/** A feature's store handed down the tree: its provider, and a hook by which views subscribe narrowly. */
export function storeContext<S>(name: string) {
  const Context = createContext<StoreApi<S> | undefined>(undefined);
  // biome-ignore lint/correctness/noComponentHookFactories: called once per feature, at module level
  function useStoreApi(): StoreApi<S> {
    const store = useContext(Context);
    if (store === undefined) throw new Error(`no ${name} store above this component`);
    return store;
  }
  return {
    Provider: Context.Provider,
    useStoreApi,
    useSelect: <T>(select: (state: S) => T): T => useStore(useStoreApi(), select),
  };
}
