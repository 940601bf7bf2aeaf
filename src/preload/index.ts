import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { PUSH_CHANNEL, REQUEST_CHANNEL, type Settled } from '../shared/ipc/channels.ts';
import type { Bridge } from '../shared/ipc/contract.ts';

/**
 * The only door between a page and the application: two functions, one channel each way. Main checks every name,
 * input and sender; nothing of Electron or Node reaches the page.
 */
const bridge: Bridge = {
  async request(name, input) {
    const settled = (await ipcRenderer.invoke(REQUEST_CHANNEL, name, input)) as Settled;
    if (!settled.ok) throw new Error(settled.error);
    return settled.value as never;
  },
  on(name, listener) {
    const hear = (_event: IpcRendererEvent, pushed: string, payload: unknown): void => {
      if (pushed === name) listener(payload as never);
    };
    ipcRenderer.on(PUSH_CHANNEL, hear);
    return () => void ipcRenderer.off(PUSH_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld('vigie', bridge);
