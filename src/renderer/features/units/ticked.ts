/** What is ticked in a form once opened, by ids of units. */
export interface Ticks {
  /** what was proposed when it was opened: ticked until the operator chooses */
  readonly opened: string | undefined;
  /** by the operator's hand */
  readonly chosen: readonly string[];
}

/**
 * Whom the form would send: no proposal that comes later moves a tick, for what was read is what Enter sends. Who can be
 * sent no more is not.
 * @param able those that can be sent now
 */
export function ticked({ opened, chosen }: Ticks, able: readonly string[]): readonly string[] {
  const meant = chosen.length > 0 ? chosen : opened === undefined ? [] : [opened];
  return meant.filter((id) => able.includes(id));
}

/** Whether another than those ticked is proposed by now, which has to be said beside. */
export const isProposedSince = ({ opened }: Ticks, proposed: string | undefined): boolean =>
  proposed !== undefined && proposed !== opened;
