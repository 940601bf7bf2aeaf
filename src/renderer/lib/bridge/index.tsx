import { createContext, useContext } from 'react';
import type { Bridge } from '../../../shared/ipc/contract.ts';

declare global {
  interface Window {
    /** put there by the preload script */
    readonly vigie: Bridge;
  }
}

const BridgeContext = createContext<Bridge | undefined>(undefined);
export const BridgeProvider = BridgeContext.Provider;

/** The way to the shell and the seat engine. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (bridge === undefined) throw new Error('no bridge above this component');
  return bridge;
}

export type { Bridge };
