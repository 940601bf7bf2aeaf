import type { MessageId } from '../../../shared/i18n/index.ts';

export interface Shortcut {
  /** as tinykeys writes it: one press: « n », « ? », « Control+Enter » */
  readonly keys: string;
  /** as it is drawn: « Ctrl Entrée » */
  readonly shown: string;
  readonly label: MessageId;
  /** fires inside text fields and dialogs too */
  readonly everywhere?: boolean;
  /**
   * `acts`: sends or changes something, so that a letter of a sentence must not do it; `walks`: from line to line, as
   * often as one likes; `speech`: what is typed next is what somebody says.
   */
  readonly manner?: 'acts' | 'walks' | 'speech';
  /** heard for who presses it a moment too late, and no use otherwise: the page under « ? » leaves it out */
  readonly unlisted?: boolean;
  readonly run: (event: KeyboardEvent) => void;
}
