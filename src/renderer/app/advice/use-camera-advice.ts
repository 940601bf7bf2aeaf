import { Cctv } from 'lucide-react';
import { useMemo } from 'react';
import { camerasToOpen } from '../../../shared/advice/cameras.ts';
import { USUAL_RANGE } from '../../../shared/camera/sight.ts';
import { useCameras } from '../../features/cameras/index.ts';
import { allowed, kindOf, type Proposal, type Row, useDesk, useViewer } from '../../features/desk/index.ts';
import { useT } from '../../lib/i18n/index.tsx';

/**
 * Cameras that see the place of a ticket that nobody has. Taking it is the reason for watching them, so that is what
 * following does: they play then, each recorded in the journal.
 */
export function useCameraAdvice(row: Row): readonly Proposal[] {
  const { ticket } = row;
  const t = useT();
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  const list = useCameras((cameras) => cameras.list);
  return useMemo(() => {
    if (!allowed(row, viewer, 'ticket.claim')) return [];
    const all = list.map((camera) => ({
      ...camera,
      playable: camera.refused === undefined && camera.health?.up !== false,
    }));
    const advice = camerasToOpen(ticket, all);
    if (advice === undefined) return [];
    const { cameras, shows, kind } = advice;
    return [
      {
        rule: 'cameras',
        key: 'place',
        icon: Cctv,
        title: t('advice.cameras', { n: cameras.length }),
        detail: cameras.map(({ name, metres }) => t('advice.cameras.one', { name, metres })).join(', '),
        reasons: [t('advice.cameras.kind', { kind: kindOf(t, kind) }), t(`advice.cameras.${shows}`)],
        unless: t('advice.cameras.unless', { metres: USUAL_RANGE }),
        way: t('advice.cameras.way', { n: cameras.length }),
        follow: async () => {
          await act('ticket.claim', ticket.id, {}, { advice: 'cameras' });
        },
        whyNot: t('advice.cameras.whyNot'),
      },
    ];
  }, [row, ticket, viewer, t, act, list]);
}
