import { useRef, useState } from 'react';
import type { RoomCall } from '../../../shared/call/model.ts';
import type { CallAnswered } from '../../../shared/ipc/model.ts';
import type { Person } from '../../../shared/rights/model.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { type Translate, useT } from '../../lib/i18n/index.tsx';
import { useKeys } from '../../lib/keys/index.ts';
import { useNotices, useReport } from '../../lib/notices/index.ts';
import { nameOf, useSession } from '../session/index.ts';

const NOBODY: readonly Person[] = [];

type Who = (person: string) => string;

/** Why there is no call to speak on, in the operator's words. */
function whyNot(t: Translate, answer: Exclude<CallAnswered, { kind: 'answered' }>, who: Who): string {
  if (answer.kind === 'taken') {
    const { answeredBy, status } = answer.call;
    if (answeredBy !== undefined)
      return t('calls.takenBy', { who: who(answeredBy.person), seat: answeredBy.seat });
    return t(status === 'ended' ? 'calls.refused.ENDED' : 'calls.refused.ELSEWHERE');
  }
  switch (answer.code) {
    case 'NO_HUB':
    case 'NO_SESSION':
    case 'SILENCE':
    case 'EXPIRED':
    case 'NOT_FOUND':
    case 'FORBIDDEN':
      return t(`calls.refused.${answer.code}`);
    default:
      return t('calls.refused.other', { code: answer.code });
  }
}

/** Takes a call: once won, its form opens. `busy` until the room has said whose it is. */
export function useAnswer(onWon: (ticket: string) => void) {
  const t = useT();
  const bridge = useBridge();
  const report = useReport();
  const people = useSession(({ view }) => view?.people) ?? NOBODY;
  const tell = useNotices((notices) => notices.show);
  const [busy, setBusy] = useState<string | undefined>();
  const keys = useKeys();
  const once = useRef(false);
  async function answer({ id }: RoomCall): Promise<void> {
    if (once.current) return; // a key held down asks once
    once.current = true;
    setBusy(id);
    keys.keep(); // they speak already: what is written meanwhile belongs into the form
    try {
      const done = await bridge.request('calls.answer', { call: id });
      if (done.kind === 'answered') return onWon(done.ticket);
      keys.giveBack();
      tell(whyNot(t, done, (person) => nameOf(people, person)));
    } catch (error) {
      keys.giveBack();
      report('calls.answer', error);
    } finally {
      once.current = false;
      setBusy(undefined);
    }
  }
  return { answer, busy };
}
