const { contextBridge, ipcRenderer } = require('electron');

globalThis.preloadSecret = 42; // the page must not see it

contextBridge.exposeInMainWorld('sample', {
  versions: { electron: process.versions.electron, type: process.type },
  add: (a, b) => a + b,
  throws: () => {
    throw new RangeError('too far');
  },
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  who: () => ipcRenderer.invoke('who'),
  say: (...args) => ipcRenderer.send('say', ...args),
  onHeard: (listener) => {
    const heard = (_event, ...args) => listener(...args);
    ipcRenderer.on('heard', heard);
    return () => {
      ipcRenderer.off('heard', heard);
    };
  },
  lacking: (name) => {
    try {
      require('electron')[name];
      return 'nothing thrown';
    } catch (error) {
      return error.message;
    }
  },
});
