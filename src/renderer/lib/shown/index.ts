import { createContext, useContext } from 'react';

const ShownContext = createContext(true);
export const ShownProvider = ShownContext.Provider;

/** Whether the operator sees this part of the window: what is kept but hidden hears no key and counts no seconds. */
export const useShown = (): boolean => useContext(ShownContext);
