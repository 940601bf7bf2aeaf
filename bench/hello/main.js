// The least a desktop application on the same host can be: what the start of the console is measured against.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1920, height: 1080 });
  window.loadFile(join(import.meta.dirname, 'hello.html'));
});
