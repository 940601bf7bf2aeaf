import { useEffect, useState } from 'react';
import { z } from 'zod';
import { CommandId } from '../../../shared/ids.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { ownWords } from './own.ts';
import { useKept } from './use-kept.ts';
import { useOwnVersion } from './use-own-published.ts';

const KEY = 'lightingPlan.restores';
const Sent = z.array(CommandId);
/** So many returns to an earlier version are waited for, the latest: the hub does none of them late. */
const MOST = 5;
const NONE = [] as const;

export interface OwnRestores {
  /**
   * Asks for an earlier version by a command that is on the disk before, so that what comes of it is known as one's own.
   * @param run whether it was done, as far as was heard
   */
  readonly send: (cmd: CommandId, run: () => Promise<boolean>) => Promise<boolean>;
}

/** Returns to an earlier version whose answer was lost: who asked for one is told when it is in force, dialog or none. */
export function useOwnRestores(): OwnRestores {
  const t = useT();
  const notice = useNotices((notices) => notices.show);
  const [sent = NONE, keep] = useKept<readonly CommandId[]>(KEY, Sent);
  const [isSending, setSending] = useState(false);
  const { own, inForce } = useOwnVersion(sent);
  useEffect(() => {
    if (own === undefined || isSending) return;
    notice(ownWords(t, own.version, inForce), { calm: 'done' });
    void keep(undefined);
  }, [own, inForce, isSending, keep, notice, t]);
  return {
    send: async (cmd, run) => {
      setSending(true);
      try {
        await keep([...sent, cmd].slice(-MOST));
        const done = await run();
        if (done) await keep(undefined);
        return done;
      } finally {
        setSending(false);
      }
    },
  };
}
