import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { owedOn } from '../../../../shared/procedure/owed.ts';
import { useRoomData } from '../../../lib/room-data/index.ts';
import { Button, IconButton, Menu } from '../../../ui/index.ts';
import { useDesk, useViewer } from '../board.ts';
import type { Row } from '../model.ts';
import { useSpeaker } from '../speaker.ts';
import { shortRef } from '../words.ts';
import styles from './Bulk.module.css';
import { BulkResult, type Done } from './BulkResult.tsx';
import { OwedDialog } from './OwedDialog.tsx';
import { type Offer, offersOn, wishesOf } from './offers.ts';
import type { Picking } from './picking.ts';

const IN_MENU: ReadonlySet<string> = new Set([
  'ticket.prioritise',
  'ticket.link',
  'ticket.merge',
  'ticket.close',
]);

/** How many are selected, what may be done to all of them, and what became of it. */
export function BulkBar({ picking }: { readonly picking: Picking }) {
  const { t } = useSpeaker();
  const viewer = useViewer();
  const actOnEach = useDesk((desk) => desk.actOnEach);
  const [done, setDone] = useState<Done>();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<Offer>();
  const procedures = useRoomData((data) => data.procedure);
  const { on, rows, aim } = picking;
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    if (on) return;
    setDone(undefined);
    aim(undefined); // a menu that goes with the bar never says that it is closed
  }, [on, aim]);
  if (!on) return null;
  const offers = offersOn(rows, viewer, ({ ticket }) => owedOn(procedures.values(), ticket));
  const act = async (offer: Offer, motive?: string) => {
    setBusy(true);
    const made = await actOnEach(offer.op, wishesOf(offer, motive));
    setDone({ op: offer.op, what: nameOf(offer), made, rows: offer.rows });
    setBusy(false);
  };
  const run = (offer: Offer) => (offer.owing === undefined ? void act(offer) : setAsking(offer));
  const nameOf = (offer: Offer): string => {
    if (offer.priority !== undefined)
      return t('desk.act.prioritise', { priority: t(`priority.${offer.priority}`) });
    if (offer.outcome !== undefined)
      return t('queue.bulk.close', {
        outcome: t(`desk.outcome.${offer.outcome}`),
        engaged: offer.engaged ?? 0,
      });
    if (offer.with !== undefined)
      return t(offer.op === 'ticket.merge' ? 'queue.bulk.merge' : 'queue.bulk.link', {
        ref: shortRef(offer.with.ticket, t),
      });
    if (offer.rows.length < rows.length)
      return t('queue.bulk.some', { what: t(`desk.op.${offer.op}`), n: offer.rows.length, of: rows.length });
    return t(`desk.op.${offer.op}`);
  };
  const rarer = offers.filter(({ op }) => IN_MENU.has(op));
  const aimed = rarer.find((offer) => offer.with !== undefined)?.with;
  return (
    <section ref={bar} className={styles.bar} aria-label={t('queue.bulk.region')}>
      {done !== undefined && <BulkResult done={done} onClose={() => setDone(undefined)} />}
      <div className={styles.head}>
        <b role="status" className="grow">
          {t('queue.picked', { n: rows.length })}
        </b>
        <IconButton icon={X} label={t('queue.stopPicking')} onClick={picking.leave} />
      </div>
      {rows.length === 0 ? (
        <p className="quiet small">{t('queue.pickHint')}</p>
      ) : offers.length === 0 ? (
        <p className="quiet small">{t('queue.nothingForAll')}</p>
      ) : (
        <div className={styles.offers}>
          {offers
            .filter(({ op }) => !IN_MENU.has(op))
            .map((offer) => (
              <Button key={offer.op} disabled={busy} onClick={() => run(offer)}>
                {nameOf(offer)}
              </Button>
            ))}
          {rarer.length > 0 && (
            <Menu
              portal
              beside={bar}
              onOpen={(open) => aim(open ? aimed?.ticket.id : undefined)}
              button={<Button disabled={busy}>{t('queue.bulk.more')}</Button>}
              choices={rarer.map((offer) => ({
                id: nameOf(offer),
                label: <OfferWords name={nameOf(offer)} about={offer.with} />,
                onChoose: () => run(offer),
              }))}
            />
          )}
        </div>
      )}
      {asking?.owing !== undefined && (
        <OwedDialog
          title={nameOf(asking)}
          owing={asking.owing}
          onSend={(motive) => act(asking, motive)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}

interface OfferWordsProps {
  readonly name: string;
  /** no row of the queue says its number: what it is, and the whole of its address */
  readonly about: Row | undefined;
}
function OfferWords({ name, about }: OfferWordsProps) {
  if (about === undefined) return name;
  const { title, place } = about.ticket;
  return (
    <span>
      {name} <small className={styles.about}>{[title, place.label].join(', ')}</small>
    </span>
  );
}
