import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  session,
  utilityProcess,
} from 'electron';
import { ConfigError } from '../node/config/error.ts';
import { loadSeatConfig, type SeatConfig } from '../node/config/seat.ts';
import { createLog } from '../node/log/log.ts';
import { LogFile } from '../node/log/log-file.ts';
import type { TileAnswer } from '../shared/ipc/base-map.ts';
import { forkSeat } from './engine/fork-seat.ts';
import { Supervisor } from './engine/supervisor.ts';
import { lacksGpu } from './gpu.ts';
import { broadcast, routeRequests } from './ipc/router.ts';
import { readOptions } from './options.ts';
import { registerAppScheme, serveApp } from './protocol/app-protocol.ts';
import { contentSecurityPolicy } from './security/csp.ts';
import { guardNavigation } from './security/navigation.ts';
import { guardPermissions } from './security/permissions.ts';
import { openConsole } from './window/console-window.ts';

const options = readOptions(process.argv.slice(1));
const configFile = options.config ?? join(app.getPath('userData'), 'seat.yaml');

const logFile = new LogFile(join(app.getPath('userData'), 'logs', 'vigie.log'));
/** Nobody reads the stderr of a packaged application: what is said there is kept too. */
const say = (line: string): void => {
  process.stderr.write(line);
  logFile.write(line);
};

/** @returns undefined after having said what is wrong: without a configuration there is no seat */
function readConfig(): SeatConfig | undefined {
  try {
    return loadSeatConfig(configFile);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.lines) say(`vigie: ${line}\n`);
    if (app.isPackaged) dialog.showErrorBox('Vigie', error.lines.join('\n'));
    return undefined;
  }
}

function start(config: SeatConfig): void {
  const log = createLog({ name: 'main', level: config.log.level, write: say });
  log.info({ version: app.getVersion(), seat: config.seat, config: configFile }, 'starts');
  const userData = app.getPath('userData');
  const windows = () => BrowserWindow.getAllWindows();

  guardNavigation(app, log);
  app.on('second-instance', () => {
    const [window] = windows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('child-process-gone', (_event, { reason, ...rest }) => {
    if (reason !== 'clean-exit') log.error({ reason, ...rest }, 'a process of the application has gone');
  });

  void app.whenReady().then(() => {
    Menu.setApplicationMenu(null);
    guardPermissions(session.defaultSession);
    serveApp({
      root: join(import.meta.dirname, '../renderer'),
      policy: contentSecurityPolicy(config.video.origins),
      tile: (address) => engine.request('baseMap.tile', address) as Promise<TileAnswer>,
    });
    powerSaveBlocker.start('prevent-display-sleep');

    const engine = new Supervisor({
      fork: forkSeat(utilityProcess, {
        entry: join(import.meta.dirname, 'seat.js'),
        config: configFile,
        data: config.dataDir ?? join(userData, 'seat'),
        version: app.getVersion(),
        say,
      }),
      onPush: ({ name, payload }) => broadcast(windows(), name, payload as never),
      onState: (state) => {
        if (state.kind === 'restarting') log.error(state, 'the seat engine has ended and is started again');
        broadcast(windows(), 'engine.state', state);
      },
      now: Date.now,
    });
    routeRequests({
      ipcMain,
      handlers: {
        'shell.info': () => ({
          seat: config.seat,
          label: config.label ?? config.seat,
          version: app.getVersion(),
          locale: config.locale,
          theme: config.theme,
          videoOrigins: config.video.origins,
          ...(page.returned === undefined ? {} : { returned: page.returned }),
        }),
        'shell.keep': ({ place }) => page.keep(place),
        'engine.state': () => engine.state,
      },
      askSeat: (name, input) => engine.request(name, input),
      log,
    });

    let stopped = false;
    app.on('before-quit', (event) => {
      if (stopped) return;
      event.preventDefault();
      stopped = true;
      void engine.stop().then(() => app.quit());
    });
    const page = openConsole(userData, log);
  });
}

registerAppScheme();
if (lacksGpu(process.platform, process.env)) app.disableHardwareAcceleration();
if (!app.requestSingleInstanceLock()) app.quit();
else {
  const config = readConfig();
  if (config === undefined) app.exit(78);
  else start(config);
}
