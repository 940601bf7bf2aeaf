import { LackingError, StrictEmitter } from '../lacking.ts';

class NativeTheme extends StrictEmitter {
  #isDark = false;

  constructor() {
    super('nativeTheme', { emitted: [], never: ['updated'] });
  }
  /** What Chromium said when it started. */
  get shouldUseDarkColors(): boolean {
    return this.#isDark;
  }
  get themeSource(): string {
    return 'system';
  }
  set themeSource(source: string) {
    if (source !== 'system') throw new LackingError(`nativeTheme.themeSource = '${source}'`);
  }
  _set(isDark: boolean): void {
    this.#isDark = isDark;
  }
}

/** Electron's `nativeTheme`. */
export const nativeTheme = new NativeTheme();
