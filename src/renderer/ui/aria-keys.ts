const NAMES: Readonly<Record<string, string>> = { Ctrl: 'Control', '⇧': 'Shift', '↵': 'Enter' };

/** « Ctrl ↵ » as it is drawn, in the words of aria-keyshortcuts (WAI-ARIA 1.2): « Control+Enter ». */
export const ariaKeys = (shown: string): string =>
  shown
    .split(' ')
    .map((key) => NAMES[key] ?? key)
    .join('+');
