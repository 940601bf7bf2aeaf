import type { RequestInput } from '../../shared/ipc/contract.ts';
import type { PastDeskAnswer } from '../../shared/ipc/past-desk.ts';
import { instant } from '../../shared/wire/time.ts';
import { askPages, type PagesOn } from '../link/ask-pages.ts';

const TIMEOUT_MS = 15_000;

/** Asks the hub which interventions and alarms there were: a seat keeps those of the last days only. */
export async function askPastDesk(
  { from, to }: RequestInput<'desk.past'>,
  on: PagesOn,
): Promise<PastDeskAnswer> {
  const wish = { type: 'pastDesk', from: instant(from), to: instant(to) } as const;
  const heard = await askPages<'pastDesk'>(wish, TIMEOUT_MS, on);
  if (heard.kind !== 'found') return heard;
  return {
    kind: 'found',
    tickets: heard.pages.flatMap(({ tickets }) => tickets),
    alarms: heard.pages.flatMap(({ alarms }) => alarms),
  };
}
