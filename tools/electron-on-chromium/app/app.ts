import { hasSwitch, host, switchValue } from '../host.ts';
import { LackingError, StrictEmitter, strict } from '../lacking.ts';
import { APP_EVENTS } from './events.ts';
import { getPath, setPath } from './paths.ts';
import { SingleInstance } from './single-instance.ts';

const commandLine = strict('app.commandLine', {
  appendSwitch(name: string, value = ''): void {
    if (host.chromium !== undefined) throw new LackingError('app.commandLine.appendSwitch after ready');
    host.switches.push(value === '' ? `--${name}` : `--${name}=${value}`);
  },
  hasSwitch,
  getSwitchValue: switchValue,
});

type GpuFeatures = Readonly<Record<string, string>>;

class App extends StrictEmitter {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  readonly #instance = new SingleInstance((argv, cwd, data) =>
    this.emit('second-instance', {}, argv, cwd, data),
  );
  readonly #ready = Promise.withResolvers<void>();
  #gpuFeatures: GpuFeatures | undefined;

  constructor() {
    super('app', APP_EVENTS);
  }

  get name(): string {
    return host.manifest.productName ?? host.manifest.name ?? 'Electron';
  }
  getName(): string {
    return this.name;
  }
  getVersion(): string {
    return host.manifest.version ?? '0.0.0';
  }
  getAppPath(): string {
    return host.appPath;
  }
  getPath(name: string): string {
    return getPath(this.name, name);
  }
  setPath(name: string, path: string): void {
    if (host.chromium !== undefined && (name === 'userData' || name === 'sessionData'))
      throw new LackingError(`app.setPath('${name}') after ready`);
    setPath(name, path);
  }
  /** The system's language. Chromium's `--lang` overrides it, as in Electron. */
  getLocale(): string {
    return switchValue('lang') || Intl.DateTimeFormat().resolvedOptions().locale;
  }
  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()];
  }

  isReady(): boolean {
    return host.chromium !== undefined;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  /** Not Electron's: called once windows can be made. */
  _becomeReady(): void {
    this.#ready.resolve();
    this.emit('will-finish-launching', {});
    this.emit('ready', {}, {});
  }
  async quit(): Promise<void> {
    const { quit } = await import('./lifecycle.ts');
    await quit();
  }
  async exit(code = 0): Promise<void> {
    const { exit } = await import('./lifecycle.ts');
    await this.#instance.told;
    await exit(code);
  }

  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    return this.#instance.request(this.getPath('userData'), data);
  }
  hasSingleInstanceLock(): boolean {
    return this.#instance.held;
  }
  releaseSingleInstanceLock(): void {
    this.#instance.release();
  }

  disableHardwareAcceleration(): void {
    if (host.chromium !== undefined)
      throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    host.switches.push('--disable-gpu');
  }
  /** Known from 'gpu-info-update' on, as in Electron. */
  getGPUFeatureStatus(): GpuFeatures {
    if (this.#gpuFeatures === undefined)
      throw new LackingError("app.getGPUFeatureStatus() before the event 'gpu-info-update'");
    return this.#gpuFeatures;
  }
  /** Chromium's own answer over the debugging pipe: fewer fields than Electron's. */
  async getGPUInfo(): Promise<unknown> {
    if (host.chromium === undefined) throw new Error('app.getGPUInfo() cannot be used before app is ready');
    const { gpu } = await host.chromium.browser.send('SystemInfo.getInfo');
    this.#gpuFeatures = (gpu.featureStatus ?? {}) as GpuFeatures;
    return { gpuDevice: gpu.devices, auxAttributes: gpu.auxAttributes ?? {} };
  }
}

/** Electron's `app`. */
export const app = new App();
