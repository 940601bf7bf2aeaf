import type { MessageBoxOptions } from 'electron';
import { onlyKnown, strict } from '../lacking.ts';

/** Those that are written down, and those that only concern how a box looks. */
const OPTIONS = ['buttons', 'cancelId', 'defaultId', 'detail', 'icon', 'message', 'noLink', 'title', 'type'];

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
    onlyKnown('an option of dialog.showMessageBox', options, OPTIONS);
    const { title = '', message, detail = '', buttons = ['OK'] } = options;
    const response = cancelOf(options);
    console.error([title, message, detail].filter(Boolean).join('\n'));
    console.error(`(message box of ${buttons.join(' | ')}, answered ${buttons[response] ?? response})`);
    return { response, checkboxChecked: false };
  },
});
