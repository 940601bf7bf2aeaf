import { useState } from 'react';
import { MOST_CAMERAS } from '../../shared/advice/cameras.ts';
import { needsMotive } from '../../shared/rights/viewing.ts';
import type { Ticket } from '../../shared/ticket/model.ts';
import { useCameras } from '../features/cameras/index.ts';
import { useViewer } from '../features/desk/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { Button } from '../ui/index.ts';
import { CameraTiles } from './CameraTiles.tsx';
import styles from './Interventions.module.css';
import { LockedCameras } from './LockedCameras.tsx';
import { camerasFor } from './on-map.ts';

/**
 * The cameras of the open ticket's place: two of those that see it play where the ticket justifies it, the others near
 * it on request; a line of names where watching wants a motive. What is to be done stays in sight beneath. What was asked
 * for is asked for one ticket: it is made anew for each (key).
 */
export function TicketCameras({ ticket }: { readonly ticket: Ticket }) {
  const [all, setAll] = useState(false);
  const { me } = useViewer();
  const { seeing, others } = camerasFor(
    ticket,
    useCameras((cameras) => cameras.list),
  );
  const near = [...seeing, ...others];
  if (near.length === 0) return null;
  if (needsMotive(ticket, me?.id)) return <LockedCameras ticket={ticket} cameras={near} />;
  const first = seeing.slice(0, MOST_CAMERAS);
  const more = near.length - first.length;
  return (
    <div className={styles.cameras}>
      <CameraTiles ticket={ticket} cameras={all ? near : first} />
      {more > 0 && <MoreButton all={all} shown={first.length} n={more} onAll={setAll} />}
    </div>
  );
}

interface MoreButtonProps {
  readonly all: boolean;
  /** how many are shown at first */
  readonly shown: number;
  /** how many are not */
  readonly n: number;
  readonly onAll: (all: boolean) => void;
}
function MoreButton({ all, shown, n, onAll }: MoreButtonProps) {
  const t = useT();
  return (
    <Button aria-expanded={all} className={styles.more} onClick={() => onAll(!all)}>
      {all ? t('cameras.fewer') : t(shown === 0 ? 'cameras.near' : 'cameras.more', { n })}
    </Button>
  );
}
