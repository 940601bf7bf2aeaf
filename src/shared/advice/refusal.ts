/**
 * How a ticket remembers that a rule's advice was refused.
 * @param key what the advice was about: another ticket, a unit, a priority …
 */
export const refusalKey = (rule: string, key: string): string => `${rule}:${key}`;

/** Whether somebody has refused it on this ticket: it is not given again. */
export const isRefused = (
  ticket: { readonly refusedAdvice?: readonly string[] | undefined },
  rule: string,
  key: string,
): boolean => ticket.refusedAdvice?.includes(refusalKey(rule, key)) ?? false;
