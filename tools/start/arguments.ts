/** What `npm start --` was told. */
export interface StartArguments {
  /** the demo room beside the console, or the console alone against a real room */
  readonly demo: boolean;
  /** the seat's configuration file; the demo writes its own */
  readonly config: string | undefined;
  /** everything else goes to Electron as it is: --remote-debugging-port, --user-data-dir … */
  readonly electron: readonly string[];
}

/** @throws Error with one line for a person where the arguments make no sense together */
export function readArguments(argv: readonly string[]): StartArguments {
  let demo = true;
  let config: string | undefined;
  const electron: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === '--no-demo') demo = false;
    else if (arg === '--config') config = argv[++i];
    else if (arg.startsWith('--config=')) config = arg.slice('--config='.length);
    else if (arg !== '--') electron.push(arg);
  }
  if (!demo && config === undefined)
    throw new Error(
      '--no-demo needs --config FILE: resources/config/seat.example.yaml shows how to write one',
    );
  if (demo && config !== undefined)
    throw new Error('--config FILE goes with --no-demo: the demo room writes its own');
  return { demo, config, electron };
}
