/**
 * The application that the stand-in's own tests drive, written as for Electron. What tests must look at afterwards
 * stands in `globalThis.seen`; what they ask for comes through the environment.
 */
import { join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  net,
  protocol,
  session,
  type UtilityProcess,
  utilityProcess,
} from 'electron';

/** What has happened in main. */
export interface Seen {
  readonly events: string[];
  readonly opened: string[];
  readonly navigations: string[];
  readonly messages: unknown[];
  readonly errors: string[];
  secondArgv: string[];
  utility: UtilityProcess | undefined;
}
const seen: Seen = {
  events: [],
  opened: [],
  navigations: [],
  messages: [],
  errors: [],
  secondArgv: [],
  utility: undefined,
};
Object.assign(globalThis, { seen });

const { SAMPLE_USER_DATA, SAMPLE_REFUSE_LOOPBACK, SAMPLE_CONNECT = '' } = process.env;
const CSP = `default-src 'none'; script-src 'self'; connect-src 'self' ${SAMPLE_CONNECT}`;
const home = 'app://sample/';
const pages = import.meta.dirname;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
if (SAMPLE_USER_DATA !== undefined) app.setPath('userData', SAMPLE_USER_DATA);
Menu.setApplicationMenu(null);

async function serve(request: Request): Promise<Response> {
  const path = normalize(decodeURIComponent(new URL(request.url).pathname));
  if (path === '/echo') return new Response(await request.text(), { status: 201 });
  if (path === '/away') return Response.redirect('https://elsewhere.example/');
  try {
    const file = await net.fetch(pathToFileURL(join(pages, path)).href);
    const headers = new Headers(file.headers);
    headers.set('content-security-policy', CSP);
    return new Response(file.body, { headers });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}

function guard(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      seen.opened.push(url);
      return { action: 'deny' };
    });
    for (const name of ['will-navigate', 'will-redirect'] as const)
      contents.on(name as 'will-navigate', (event, url) => {
        if (url.startsWith(home)) return;
        seen.navigations.push(`${name} ${url}`);
        event.preventDefault();
      });
    contents.on('console-message', ({ level, message }) => {
      if (level === 'error') seen.errors.push(message);
    });
    contents.on('render-process-gone', (_gone, { reason }) => seen.events.push(`gone ${reason}`));
  });
  const grants = (permission: string, origin: string) =>
    permission === 'loopback-network' &&
    SAMPLE_REFUSE_LOOPBACK === undefined &&
    origin.startsWith('app://sample');
  session.defaultSession.setPermissionCheckHandler((_c, permission, origin) => grants(permission, origin));
  session.defaultSession.setPermissionRequestHandler((_c, permission, done, { requestingUrl }) =>
    done(grants(permission, requestingUrl)),
  );
}

function talk(): void {
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('fail', () => {
    throw new Error('as asked');
  });
  ipcMain.handle('who', ({ senderFrame }) => ({
    url: senderFrame?.url,
    origin: senderFrame?.origin,
    parent: senderFrame?.parent,
  }));
  ipcMain.on('say', (event, ...args) => {
    seen.messages.push(args);
    event.sender.send('heard', ...args);
  });
}

function forkUtility(): void {
  const args = ['--greeting=hello'];
  const utility = utilityProcess.fork(join(pages, 'utility.ts'), args, { serviceName: 'sample utility' });
  utility.on('message', (message) => seen.messages.push(message));
  utility.on('exit', (code) => seen.events.push(`utility exit ${code}`));
  seen.utility = utility;
}

if (!app.requestSingleInstanceLock()) app.quit();
else {
  app.on('second-instance', (_event, argv) => {
    seen.secondArgv = argv;
  });
  app.on('window-all-closed', () => app.quit());
  for (const name of ['before-quit', 'will-quit', 'quit'] as const)
    app.on(name as 'quit', () => process.stdout.write(`${name}\n`));
  guard();
  talk();
  app.whenReady().then(() => {
    protocol.handle('app', serve);
    forkUtility();
    const window = new BrowserWindow({
      width: 900,
      height: 600,
      show: false,
      webPreferences: { preload: join(pages, 'preload.cjs'), sandbox: true, contextIsolation: true },
    });
    for (const name of [
      'ready-to-show',
      'maximize',
      'unmaximize',
      'enter-full-screen',
      'close',
      'closed',
    ] as const)
      window.on(name as 'close', () => {
        seen.events.push(name);
        process.stdout.write(`window ${name}\n`);
      });
    window.once('ready-to-show', () => window.show());
    window.loadURL(`${home}index.html`);
  });
}
