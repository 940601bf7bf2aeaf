import type { OutboxItem } from '../../../../shared/ipc/model.ts';
import type { Made } from '../store.ts';

/** What has become of many commands, each by itself. */
export interface Outcomes {
  readonly done: readonly string[];
  readonly waiting: readonly string[];
  /** with the outbox' row, or without where the seat could not keep the command */
  readonly refused: readonly { readonly ticket: string; readonly item: OutboxItem | undefined }[];
}

/**
 * @param refused commands seen refused before: somebody may have taken note of one since, which does not make it done
 */
export function outcomesOf(
  made: readonly Made[],
  outbox: readonly OutboxItem[],
  refused: ReadonlyMap<string, OutboxItem>,
): Outcomes {
  const byCmd = new Map(outbox.map((item) => [item.cmd, item]));
  const outcomes = {
    done: [] as string[],
    waiting: [] as string[],
    refused: [] as Outcomes['refused'][number][],
  };
  for (const { ticket, cmd } of made) {
    const item = cmd === undefined ? undefined : (byCmd.get(cmd) ?? refused.get(cmd));
    if (cmd === undefined || item?.state === 'refused' || item?.state === 'held')
      outcomes.refused.push({ ticket, item });
    else if (item === undefined) outcomes.done.push(ticket);
    else outcomes.waiting.push(ticket);
  }
  return outcomes;
}
