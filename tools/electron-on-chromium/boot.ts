/** Entry of the stand-in: reads Electron's command line, answers for the module `electron`, runs the application. */
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { findApplication, readCommandLine } from './command-line.ts';
import { host } from './host.ts';

const { version } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('electron/package.json'), 'utf8'),
) as { version: string };
const args = process.argv.slice(2);
const { preloads, entry, switches, wantsVersion } = readCommandLine(args);
if (wantsVersion) {
  console.log(`v${version} (electron-on-chromium, not Electron)`);
  process.exit(0);
}
console.error(
  `electron-on-chromium: this is NOT Electron ${version} but its stand-in on Node ${process.versions.node} and the system's Chromium.`,
);

try {
  Object.assign(host, findApplication(entry, process.cwd()), { switches });
} catch (error) {
  console.error(`electron-on-chromium: ${(error as Error).message}`);
  process.exit(1);
}

// What the application expects to find as it would in Electron's main process.
process.argv = [process.execPath, ...args];
Object.defineProperty(process, 'type', { value: 'browser', enumerable: true });
Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: version },
  enumerable: true,
});
const module = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: module, shortCircuit: true }
      : next(specifier, context),
});

const require = createRequire(import.meta.url);
for (const file of preloads) require(file);
await import(pathToFileURL(host.main).href);
const { launch } = await import('./app/launch.ts');
await launch();
