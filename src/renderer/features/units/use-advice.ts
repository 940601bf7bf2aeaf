import { Truck } from 'lucide-react';
import type { Candidate } from '../../../shared/advice/nearest-unit.ts';
import { duration, useLanguage } from '../../lib/i18n/index.tsx';
import { allowed, type Proposal, type Row, useDesk, useViewer } from '../desk/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { useNearest } from './use-units.ts';
import { distanceWords, otherwiseWords, type Speech, skillWords, timeWords } from './words.ts';

/** The nearest fitting unit, for a ticket of one's own that nobody goes to; not beside the chooser, nor without the hub. */
export function useNearestAdvice(row: Row): readonly Proposal[] {
  const { ticket } = row;
  const speech = useLanguage();
  const { t } = speech;
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  const composer = useDesk((desk) => desk.composer);
  const lost = useLink(({ state }) => isStale(state));
  const { proposed, otherwise } = useNearest(ticket);
  if (proposed === undefined || lost || composer === 'assign' || ticket.units.length > 0) return [];
  if (!row.mine || !allowed(row, viewer, 'ticket.assign')) return [];
  const { unit } = proposed;
  return [
    {
      rule: 'nearestUnit',
      key: unit.id,
      icon: Truck,
      title: t('units.advice', { unit: unit.callSign }),
      reasons: reasonsOf(speech, proposed),
      unless: otherwise === undefined ? t('units.advice.alone') : otherwiseWords(t, otherwise),
      way: t('units.advice.way', { unit: unit.callSign }),
      follow: async () => {
        await act('ticket.assign', ticket.id, { units: [unit.id] }, { advice: 'nearestUnit' });
      },
      whyNot: t('units.advice.whyNot', { unit: unit.callSign }),
    },
  ];
}

function reasonsOf({ t, locale }: Speech, candidate: Candidate): readonly string[] {
  const { travel, ageMs, unit } = candidate;
  const way =
    travel === undefined
      ? []
      : [t('units.advice.travel', { time: timeWords(t, travel.seconds), far: distanceWords(t, travel) })];
  const skill = skillWords(t, candidate);
  return [
    ...way,
    t(`units.status.${unit.status}`),
    skill === '' ? t('units.advice.service') : t('units.advice.skill', { skill }),
    t('units.advice.position', { age: duration(ageMs, locale) }),
  ];
}
