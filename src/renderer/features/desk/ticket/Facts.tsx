import type { ReactNode } from 'react';
import { mayReadCaller } from '../../../../shared/rights/authorize.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Section } from '../../../ui/index.ts';
import { useBoard, useViewer } from '../board.ts';
import type { Row } from '../model.ts';
import { kindOf, shortRef } from '../words.ts';
import { CallerHistory } from './CallerHistory.tsx';
import { CallerNumber } from './CallerNumber.tsx';
import styles from './Ticket.module.css';

/** What is known, and who called. */
export function Facts({ row: { ticket } }: { readonly row: Row }) {
  const t = useT();
  const { me } = useViewer();
  const { devices, units, place } = ticket;
  const caller = mayReadCaller(me) ? ticket.caller : undefined;
  const merged = useDuplicates(ticket.id);
  return (
    <Section title={t('desk.facts')}>
      {ticket.description && <p className={styles.description}>{ticket.description}</p>}
      <dl className={styles.facts}>
        <Fact name={t('desk.fact.kind')}>{kindOf(t, ticket.kind)}</Fact>
        <Fact name={t('desk.fact.service')}>{t(`desk.service.${ticket.service}`)}</Fact>
        {place.commune !== undefined && <Fact name={t('desk.fact.commune')}>{place.commune}</Fact>}
        {units.length > 0 && <Fact name={t('desk.fact.units')}>{units.join(', ')}</Fact>}
        {caller?.name !== undefined && <Fact name={t('desk.fact.caller')}>{caller.name}</Fact>}
        {caller?.number !== undefined && (
          <Fact name={t('desk.fact.number')}>
            <CallerNumber key={ticket.id} number={caller.number} />
          </Fact>
        )}
        {caller?.number !== undefined && <CallerHistory ticket={ticket.id} number={caller.number} />}
        {merged !== '' && <Fact name={t('desk.fact.merged')}>{merged}</Fact>}
        {devices !== undefined && devices.length > 0 && (
          <Fact name={t('desk.fact.devices')}>
            <span className="id">{devices.slice(0, 4).join(', ')}</span>
            {devices.length > 4 && ` ${t('desk.fact.more', { n: devices.length - 4 })}`}
          </Fact>
        )}
      </dl>
    </Section>
  );
}

/** The numbers of those that were merged into it. */
function useDuplicates(id: string): string {
  const t = useT();
  return useBoard(({ rows }) =>
    [...rows.values()]
      .filter(({ ticket }) => ticket.mergedInto === id)
      .map(({ ticket }) => shortRef(ticket, t))
      .join(', '),
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
