import type { MessageBoxOptions } from 'electron';
import { strict } from '../lacking.ts';

/** The button that closing the box means: cancelId, else the one called Cancel or No, else the first (Electron's rule). */
function cancelOf({ cancelId, buttons = [] }: MessageBoxOptions): number {
  if (cancelId !== undefined) return cancelId;
  return Math.max(
    0,
    buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
  );
}

/** Electron's `dialog`: nobody can be shown a box, so it is written to stderr and answered as if it had been closed. */
export const dialog = strict('dialog', {
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`);
  },
  async showMessageBox(...args: [object, MessageBoxOptions] | [MessageBoxOptions]) {
    const options = args.at(-1) as MessageBoxOptions;
    const { title = '', message, detail = '', buttons = ['OK'] } = options;
    const response = cancelOf(options);
    console.error([title, message, detail].filter(Boolean).join('\n'));
    console.error(`(message box of ${buttons.join(' | ')}, answered ${buttons[response] ?? response})`);
    return { response, checkboxChecked: false };
  },
});
