import { v7 as uuid } from 'uuid';
import type { RequestInput } from '../../shared/ipc/contract.ts';
import type { PastDeskAnswer } from '../../shared/ipc/past-desk.ts';
import { instant } from '../../shared/wire/time.ts';
import type { Correspondence } from '../link/correspondence.ts';
import type { Session } from '../session/session.ts';

const TIMEOUT_MS = 15_000;

export interface PastDeskOptions {
  readonly letters: Pick<Correspondence, 'pastDesk'>;
  readonly session: Pick<Session, 'current'>;
  readonly hubUp: () => boolean;
}

/** Asks the hub which interventions and alarms there were: a seat keeps those of the last days only. */
export async function askPastDesk(
  { from, to }: RequestInput<'desk.past'>,
  on: PastDeskOptions,
): Promise<PastDeskAnswer> {
  const session = on.session.current()?.session;
  if (session === undefined) return { kind: 'noSession' };
  if (!on.hubUp()) return { kind: 'away' };
  const range = { from: instant(from), to: instant(to) };
  const query = { v: 1, query: uuid(), type: 'pastDesk', session, ...range } as const;
  const pages = await on.letters.pastDesk(query, TIMEOUT_MS);
  const first = pages?.[0];
  if (pages === undefined || first === undefined) return { kind: 'silent' };
  if (!first.ok) return { kind: 'refused', code: first.code };
  return {
    kind: 'found',
    tickets: pages.flatMap(({ tickets }) => tickets),
    alarms: pages.flatMap(({ alarms }) => alarms),
  };
}
