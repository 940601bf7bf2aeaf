import { v7 as uuid } from 'uuid';
import type { ReplyCode } from '../../shared/wire/reply.ts';
import type { Session } from '../session/session.ts';
import type { Asked, Correspondence } from './correspondence.ts';

export interface PagesOn {
  readonly letters: Pick<Correspondence, 'pages'>;
  readonly session: Pick<Session, 'current'>;
  readonly hubUp: () => boolean;
}

/** What is asked, but for what every question has. */
type Wish<T extends keyof Asked> = Omit<Asked[T]['query'], 'v' | 'query' | 'session'>;

export type PagesHeard<T extends keyof Asked> =
  | { readonly kind: 'noSession' | 'away' | 'silent' }
  | { readonly kind: 'refused'; readonly code: ReplyCode }
  | { readonly kind: 'found'; readonly pages: readonly Asked[T]['page'][] };

/** Asks the hub in the name of who sits here. @param timeoutMs between two pages */
export async function askPages<T extends keyof Asked>(
  wish: Wish<T>,
  timeoutMs: number,
  { letters, session, hubUp }: PagesOn,
): Promise<PagesHeard<T>> {
  const asker = session.current()?.session;
  if (asker === undefined) return { kind: 'noSession' };
  if (!hubUp()) return { kind: 'away' };
  // With what every question has, the wish is the question: the compiler can't put a generic one together.
  const query = { v: 1, query: uuid(), session: asker, ...wish } as unknown as Asked[T]['query'];
  const pages = await letters.pages<T>(query, timeoutMs);
  const first = pages?.[0];
  if (pages === undefined || first === undefined) return { kind: hubUp() ? 'silent' : 'away' };
  return first.ok ? { kind: 'found', pages } : { kind: 'refused', code: first.code };
}
