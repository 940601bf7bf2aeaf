export interface LaunchOptions {
  /** Without a display: pages are drawn, captured and driven, but no window is shown. */
  readonly headless: boolean;
  /** Chromium's own folder. */
  readonly profile: string;
  /** The application's switches, in the order given; for Chromium the last of a kind wins. */
  readonly switches: readonly string[];
}

/** Root has no user namespace sandbox. `--test-type` hides the banner that would say so over every window. */
export const rootFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []);

/** What Electron does by itself, or does not have at all, and a browser must be told. */
const AS_ELECTRON = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--autoplay-policy=no-user-gesture-required', // the default of webPreferences.autoplayPolicy
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--password-store=basic',
];

/** Switches that are not passed on: Node's inspector, and the profile that the stand-in puts inside userData. */
const KEPT_BACK = /^--(inspect(-brk|-port)?|user-data-dir|remote-debugging-pipe)(=|$)/;

export function chromiumFlags({ headless, profile, switches }: LaunchOptions): string[] {
  return [
    ...(headless ? ['--headless', '--disable-gpu'] : []),
    ...rootFlags(),
    '--remote-debugging-pipe',
    ...AS_ELECTRON,
    `--user-data-dir=${profile}`,
    ...switches.filter((given) => !KEPT_BACK.test(given)),
  ];
}
