import { useState } from 'react';
import type { Box } from '../../shared/geo/box.ts';
import { ConflictCard, Queue, TicketPanel, useAddressedNotes } from '../features/desk/index.ts';
import { FilesSection } from '../features/files/index.ts';
import { ProcedureSection } from '../features/procedure/index.ts';
import { RelightStrip } from '../features/relight/index.ts';
import { useMe } from '../features/session/index.ts';
import { SplitPanels } from '../features/shell/index.ts';
import { useHandoverNews } from '../features/shift/index.ts';
import { AssignForm, UnitStrip, UnitsSection, useUnitNews } from '../features/units/index.ts';
import { TicketAdvice } from './advice/TicketAdvice.tsx';
import { CityMap } from './CityMap.tsx';
import { CorrectTicket } from './CorrectTicket.tsx';
import { CreateTicket } from './CreateTicket.tsx';
import styles from './Interventions.module.css';
import { SafePanel } from './SafePanel.tsx';
import { TicketCameras } from './TicketCameras.tsx';

interface InterventionsProps {
  /** opens the palette */
  readonly onFind: () => void;
  /** goes to where lamps that were chosen are commanded; must not change */
  readonly onChosen: () => void;
}

/** Queue, map, open ticket. */
export function Interventions({ onFind, onChosen }: InterventionsProps) {
  const me = useMe();
  const [seen, setSeen] = useState<Box>();
  useUnitNews();
  useHandoverNews();
  useAddressedNotes();
  return (
    <>
      <SplitPanels workspace="interventions" person={me?.id} wide={[400, 760]} narrow={[344, 504]}>
        <SafePanel name="queue">
          <Queue seen={seen} />
        </SafePanel>
        <div className={styles.middle}>
          <SafePanel name="map">
            <CityMap onFind={onFind} onView={setSeen} onChosen={onChosen} />
          </SafePanel>
          <SafePanel name="conflict">
            <ConflictCard />
          </SafePanel>
        </div>
        <SafePanel name="ticket">
          <TicketPanel
            strip={(row) => (
              <div className={styles.strips}>
                <RelightStrip key={`light ${row.ticket.id}`} ticket={row.ticket} />
                <UnitStrip key={`units ${row.ticket.id}`} row={row} />
              </div>
            )}
            cameras={({ ticket }) => <TicketCameras key={ticket.id} ticket={ticket} />}
            files={(row, readOnly) => <FilesSection key={row.ticket.id} row={row} readOnly={readOnly} />}
            procedure={(row) => <ProcedureSection row={row} />}
            units={(row) => <UnitsSection key={row.ticket.id} row={row} />}
            assign={(row) => <AssignForm key={row.ticket.id} row={row} />}
            advice={(row) => <TicketAdvice row={row} />}
          />
        </SafePanel>
      </SplitPanels>
      <CorrectTicket />
      <CreateTicket />
    </>
  );
}
