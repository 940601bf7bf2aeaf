import type { MessageId } from '../../../shared/i18n/index.ts';

export interface Shortcut {
  /** as tinykeys writes it: one press: « n », « ? », « Control+Enter » */
  readonly keys: string;
  /** as it is drawn: « Ctrl Entrée » */
  readonly shown: string;
  readonly label: MessageId;
  /** fires inside text fields and dialogs too */
  readonly everywhere?: boolean;
  readonly run: (event: KeyboardEvent) => void;
}
