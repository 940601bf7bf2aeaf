/** A utility process, as the application and the tests under plain Node both fork it. */
import type { ParentPort } from 'electron';

interface Wish {
  readonly type: 'facts' | 'exit' | 'busy';
  readonly value?: unknown;
  readonly code?: number;
}

const port = (process as unknown as { parentPort: ParentPort }).parentPort;

async function facts(value: unknown): Promise<object> {
  const electron = await import('electron' as string).then(
    () => 'there',
    () => 'not there',
  );
  const { argv, env, type } = process as NodeJS.Process & { type?: string };
  return {
    argument: argv.at(-1),
    env: env.SAMPLE_UTILITY,
    type,
    electron,
    hasSend: 'send' in process,
    value,
  };
}

function spin(): void {
  for (;;);
}

port.on('message', async ({ data }) => {
  const { type, value, code } = data as Wish;
  if (type === 'facts') port.postMessage(await facts(value));
  else if (type === 'exit') process.exit(code);
  else {
    port.postMessage('busy');
    setImmediate(spin);
  }
});
