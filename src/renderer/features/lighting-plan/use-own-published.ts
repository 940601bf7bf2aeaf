import { useEffect } from 'react';
import type { CommandId } from '../../../shared/ids.ts';
import type { LightingVersion } from '../../../shared/lighting/version.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useNotices } from '../../lib/notices/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { isAllOf, ownVersion, ownWords } from './own.ts';
import type { WrittenPlan } from './use-draft.ts';

/** The version in force, or once in force, that came of one of these commands; and the number of the one in force. */
export function useOwnVersion(sent: readonly CommandId[]): {
  readonly own: LightingVersion | undefined;
  readonly inForce: number;
} {
  const versions = useRoomData((data) => data.lightingVersion);
  return {
    own: sent.length === 0 ? undefined : ownVersion(sent, versions.values()),
    inForce: Math.max(0, ...Array.from(versions.values(), ({ version }) => version)),
  };
}

const NONE = [] as const;

/**
 * The answer to who published may be lost, the version is not: who finds their own in force is told so, and not that
 * somebody else was faster. What they wrote since goes on from it.
 */
export function useOwnPublished(
  { draft, isSending, published, rebase }: WrittenPlan,
  onDone: () => void,
): void {
  const t = useT();
  const notice = useNotices((notices) => notices.show);
  const { own, inForce } = useOwnVersion(draft?.sent ?? NONE);
  useEffect(() => {
    if (draft === undefined || own === undefined || isSending) return;
    const { version } = own;
    if (isAllOf(draft.plan, own.plan)) {
      notice(ownWords(t, version, inForce), { calm: 'done' });
      published();
      onDone();
    } else {
      notice(t('plan.ownGoesOn', { version }), { calm: 'done' });
      rebase(version);
    }
  }, [draft, own, inForce, isSending, published, rebase, onDone, notice, t]);
}
