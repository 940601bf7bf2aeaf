import { type ReactNode, useState } from 'react';
import { masked } from '../../../../shared/call/masked.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Section } from '../../../ui/index.ts';
import { useBoard } from '../board.ts';
import type { Row } from '../model.ts';
import { kindOf, shortRef } from '../words.ts';
import { CallerHistory } from './CallerHistory.tsx';
import styles from './Ticket.module.css';

/** What is known, and who called. */
export function Facts({ row: { ticket } }: { readonly row: Row }) {
  const t = useT();
  const { caller, devices, units, place } = ticket;
  const merged = useDuplicates(ticket.id);
  return (
    <Section title={t('desk.facts')}>
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
      {ticket.description && <p className={styles.description}>{ticket.description}</p>}
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

/** Masked until it is asked for: screens are overlooked. */
function CallerNumber({ number }: { readonly number: string }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <span className={styles.number}>
      <span className="id">{shown ? number : masked(number)}</span>
      <Button
        look="bare"
        aria-pressed={shown}
        className={styles.reveal ?? ''}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'desk.hide' : 'desk.reveal')}
      </Button>
    </span>
  );
}
