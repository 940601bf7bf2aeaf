/** A utility process, as the application and the tests under plain Node both fork it. */
import type { ParentPort } from 'electron';

interface Wish {
  readonly type: 'facts' | 'exit' | 'busy';
  readonly value?: unknown;
  readonly code?: number;
}

const port = (process as unknown as { parentPort: ParentPort }).parentPort;
port.on('message', async ({ data }) => {
  const wish = data as Wish;
  switch (wish.type) {
    case 'facts': {
      const electron = await import('electron' as string).then(
        () => 'there',
        () => 'not there',
      );
      const { argv, env, type } = process as NodeJS.Process & { type?: string };
      port.postMessage({
        argument: argv.at(-1),
        env: env.SAMPLE_UTILITY,
        type,
        electron,
        hasSend: 'send' in process,
        value: wish.value,
      });
      return;
    }
    case 'exit':
      process.exit(wish.code);
      break;
    case 'busy':
      port.postMessage('busy');
      for (;;);
  }
});
