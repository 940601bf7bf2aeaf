import { useEffect, useRef, useState } from 'react';
import type { ArchiveAnswer } from '../../../../shared/ipc/model.ts';
import { authorize } from '../../../../shared/rights/authorize.ts';
import type { Ticket } from '../../../../shared/ticket/model.ts';
import { searchTerms } from '../../../../shared/ticket/search-text.ts';
import { useBridge } from '../../../lib/bridge/index.tsx';
import { useReport } from '../../../lib/notices/index.ts';
import { useViewer } from '../board.ts';

/** Asked when the hand rests: each key would be a search of its own. */
const REST_MS = 120;
/** As long as the seat takes a text. */
const LONGEST = 200;

/** What the seat finds by these words, notes and closed tickets too; undefined while it looks, or without words. */
export function useFound(typed: string): ReadonlySet<string> | undefined {
  const bridge = useBridge();
  const report = useReport();
  const text = typed.slice(0, LONGEST);
  const [answer, setAnswer] = useState<{ readonly text: string; readonly ids: ReadonlySet<string> }>();
  useEffect(() => {
    if (searchTerms(text).length === 0) return;
    let wanted = true;
    const timer = setTimeout(() => {
      bridge.request('desk.search', { text }).then(
        (ids) => wanted && setAnswer({ text, ids: new Set(ids) }),
        (error) => report('desk.search', error),
      );
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [bridge, report, text]);
  return answer?.text === text ? answer.ids : undefined;
}

/** Whether the archives are open to who sits here: where not, asking again is of no use. */
export function useMayReadArchive(): boolean {
  const { me } = useViewer();
  return me !== undefined && authorize(me, 'archive.read', { kind: 'ticket' }).ok;
}

/** How far the search in the hub's archives is. */
export interface Archive {
  readonly state: 'idle' | 'looking' | Exclude<ArchiveAnswer['kind'], 'found'> | 'found' | 'all';
  readonly tickets: readonly Ticket[];
  /** looks, or goes on behind what was found */
  readonly look: () => void;
}
interface Looked {
  readonly text: string;
  readonly state: Archive['state'];
  readonly tickets: readonly Ticket[];
  readonly next?: Extract<ArchiveAnswer, { kind: 'found' }>['next'];
}

/** Looks for the words in the hub's archives where somebody asks for it; other words begin anew. */
export function useArchive(typed: string): Archive {
  const bridge = useBridge();
  const report = useReport();
  const text = typed.trim().slice(0, LONGEST);
  const [looked, setLooked] = useState<Looked>({ text: '', state: 'idle', tickets: [] });
  const wanted = useRef(text);
  wanted.current = text;
  const here: Looked = looked.text === text ? looked : { text, state: 'idle', tickets: [] };
  async function look(): Promise<void> {
    if (here.state === 'looking' || text === '') return;
    setLooked({ ...here, state: 'looking' });
    let after: Looked = { ...here, state: 'silent' };
    try {
      const behind = here.next === undefined ? {} : { behind: here.next };
      const answer = await bridge.request('desk.archive', { text, ...behind });
      after =
        answer.kind === 'found'
          ? {
              text,
              state: answer.next === undefined ? 'all' : 'found',
              tickets: [...here.tickets, ...answer.tickets],
              next: answer.next,
            }
          : { ...here, state: answer.kind };
    } catch (error) {
      report('desk.archive', error);
    }
    if (wanted.current === text) setLooked(after);
  }
  return { state: here.state, tickets: here.tickets, look: () => void look() };
}
