import type { LucideIcon } from 'lucide-react';
import type { Rule } from '../../../../shared/advice/rules.ts';

/** What a rule proposes on a ticket, in the operator's words, and how it is followed. */
export interface Proposal {
  /** the rule of `src/shared/advice`, by its name */
  readonly rule: Rule;
  /** what it is about: refused once, this is not proposed again on this ticket */
  readonly key: string;
  readonly icon: LucideIcon;
  readonly title: string;
  /** what it is about, a line */
  readonly detail?: string;
  /** why, each with the figure that was used */
  readonly reasons: readonly string[];
  /** what would change it */
  readonly unless: string;
  /** what following it does, on the button */
  readonly way: string;
  readonly follow: () => Promise<void>;
  /** why it can't be followed yet, though it is right; undefined where it can */
  readonly hindered?: string | undefined;
  /** what is asked of who refuses it */
  readonly whyNot: string;
}
