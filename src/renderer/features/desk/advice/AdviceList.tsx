import { useJustChanged } from '../../../lib/changed/index.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Section } from '../../../ui/index.ts';
import type { Row } from '../model.ts';
import { AdviceCard } from './AdviceCard.tsx';
import type { Proposal } from './proposal.ts';

/** Each has keys of its own, so no more are shown at once; the next comes when one is answered. */
const KEYS = [
  { follow: { keys: 'd', shown: 'D' }, refuse: { keys: 'i', shown: 'I' } },
  { follow: { keys: 'Shift+D', shown: '⇧ D' }, refuse: { keys: 'Shift+I', shown: '⇧ I' } },
] as const;

interface AdviceListProps {
  readonly row: Row;
  /** what presses first */
  readonly proposals: readonly Proposal[];
}

/** What its key would do, told apart from what another would. */
const meaningOf = (proposal: Proposal | undefined): string | undefined =>
  proposal && [proposal.rule, proposal.key, proposal.way].join(' ');

/**
 * What rules propose for the open ticket: each with its reasons, followed or refused by one key. A key acts on what
 * stood under it while it was read: what has just come there asks again. One list for each ticket.
 */
export function AdviceList({ row, proposals }: AdviceListProps) {
  const t = useT();
  const fresh = [useJustChanged(meaningOf(proposals[0])), useJustChanged(meaningOf(proposals[1]))];
  if (proposals.length === 0) return null;
  const more = proposals.length - KEYS.length;
  return (
    <Section title={t('advice.title')} aside={more > 0 ? t('advice.more', { n: more }) : undefined}>
      {KEYS.map((keys, n) => {
        const proposal = proposals[n];
        if (proposal === undefined) return null;
        return (
          <AdviceCard
            key={`${row.ticket.id} ${proposal.rule} ${proposal.key}`}
            ticket={row.ticket.id}
            proposal={proposal}
            keys={keys}
            fresh={fresh[n] === true}
          />
        );
      })}
    </Section>
  );
}
