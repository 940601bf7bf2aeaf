import { UserRoundCog } from 'lucide-react';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Banner, Button } from '../../ui/index.ts';
import { useMe } from '../session/index.ts';
import { useRefusals } from './use-refusals.ts';
import { useRoom } from './use-room.ts';

interface SupervisorStripProps {
  /** brings the section before the supervisor where the first of it is */
  readonly onOpen: (section: 'room' | 'refusals' | 'shift') => void;
}

/** What nobody sees to unless a supervisor does; told to supervisors alone, wherever in the console they are. */
export function SupervisorStrip({ onOpen }: SupervisorStripProps) {
  return useMe()?.role === 'supervisor' ? <Strip onOpen={onOpen} /> : null;
}

function Strip({ onOpen }: SupervisorStripProps) {
  const t = useT();
  const refusals = useRefusals().length;
  const shifts = useRoomData((data) => data.shift);
  const unanswered = [...shifts.values()].filter(
    ({ state, unansweredAt }) => state === 'offered' && unansweredAt !== undefined,
  ).length;
  const orphans = useRoom().people.reduce((sum, { orphaned, held }) => sum + (orphaned ? held.length : 0), 0);
  const facts = [
    ...(orphans === 0 ? [] : [{ strong: t('supervision.strip.orphans', { n: orphans }) }]),
    ...(refusals === 0 ? [] : [{ strong: t('supervision.strip.refusals', { n: refusals }) }]),
    ...(unanswered === 0 ? [] : [{ strong: t('supervision.strip.unanswered', { n: unanswered }) }]),
  ];
  if (facts.length === 0) return null;
  return (
    <Banner kind="trouble" icon={UserRoundCog} title={t('supervision.strip')} facts={facts}>
      <Button size="large" onClick={() => onOpen(orphans > 0 ? 'room' : refusals > 0 ? 'refusals' : 'shift')}>
        {t('shell.workspace.supervision')}
      </Button>
    </Banner>
  );
}
