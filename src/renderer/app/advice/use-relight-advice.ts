import { Lightbulb } from 'lucide-react';
import type { Proposal, Row } from '../../features/desk/index.ts';
import { isStale, useLink } from '../../features/link/index.ts';
import { reasonWords, refusedWords, useLampCommand, useRelight } from '../../features/relight/index.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useReport } from '../../lib/notices/index.ts';

/** The lamps of the ticket's street to raise; its state is followed in the strip. Lamps wait for no hub. */
export function useRelightAdvice({ ticket }: Row): readonly Proposal[] {
  const t = useT();
  const report = useReport();
  const relight = useRelight(ticket);
  const offline = useLink(({ state }) => isStale(state));
  const { may, ask } = useLampCommand(`${ticket.id} ${relight.kind}`);
  if (relight.kind !== 'advice' || !may || offline) return [];
  const { street, lamps, level, minutes, reasons, limits, rule } = relight.advice;
  return [
    {
      rule,
      key: street,
      icon: Lightbulb,
      title: t('relight.propose', { street }),
      detail: t('relight.proposal', { lamps: lamps.length, level: Math.round(level * 100), minutes }),
      reasons: reasons.map((reason) => reasonWords(t, reason)),
      unless: t('relight.limits', { ...limits }),
      way: t('relight.light'),
      follow: async () => {
        const answer = await ask({
          kind: 'set',
          lamps: [...lamps],
          level,
          minutes,
          ticket: ticket.id,
          advice: rule,
        });
        if (answer?.kind === 'refused') report('lamps.command', refusedWords(t, answer));
      },
      whyNot: t('relight.whyNot'),
    },
  ];
}
