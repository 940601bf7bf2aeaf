import { Tab, TabList, TabPanel, TabProvider } from '@ariakit/react';
import type { ComponentType } from 'react';
import { AlarmsPage } from '../features/alarms/index.ts';
import { RuleTallies } from '../features/desk/index.ts';
import { EnergyPanel } from '../features/energy/index.ts';
import { LampFaults } from '../features/lamp-faults/index.ts';
import { LightingSection } from '../features/lighting-plan/index.ts';
import { SkippedSteps } from '../features/procedure/index.ts';
import { Shifts } from '../features/shift/index.ts';
import { Refusals, Room, StaleRoom } from '../features/supervision/index.ts';
import { type MessageId, useT } from '../lib/i18n/index.tsx';
import { Panel, PanelHead } from '../ui/index.ts';
import { SafePanel } from './SafePanel.tsx';
import styles from './SupervisionPage.module.css';

interface SectionProps {
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
  /** goes to the map of the lamps, where some were chosen */
  readonly onLamps: () => void;
}

interface SupervisionSection {
  readonly id: string;
  readonly label: MessageId;
  readonly Content: ComponentType<SectionProps>;
}

/** In the order of their tabs: what presses first. */
const SECTIONS: readonly SupervisionSection[] = [
  { id: 'room', label: 'supervision.room', Content: Room },
  { id: 'refusals', label: 'supervision.toTake', Content: Refusals },
  { id: 'alarms', label: 'alarms.title', Content: AlarmsPage },
  { id: 'lampFaults', label: 'faults.section', Content: LampFaults },
  { id: 'shift', label: 'shift.section', Content: Shifts },
  { id: 'advice', label: 'advice.tallies.title', Content: RuleTallies },
  { id: 'lighting', label: 'lighting.section', Content: LightingSection },
  { id: 'energy', label: 'energy.title', Content: EnergyPanel },
  { id: 'skipped', label: 'procedure.section', Content: SkippedSteps },
];

interface SupervisionPageProps extends SectionProps {
  /** the tab that is open; the first one where nobody has chosen */
  readonly section: string | undefined;
  readonly onSection: (section: string | undefined) => void;
}

/** Supervision: the room as a whole, each matter a tab of its own; all of them of the same age. */
export function SupervisionPage({ section, onSection, onTicket, onLamps }: SupervisionPageProps) {
  const t = useT();
  return (
    <Panel label={t('shell.workspace.supervision')}>
      <TabProvider
        selectedId={section ?? SECTIONS[0]?.id ?? null}
        setSelectedId={(id) => onSection(id ?? undefined)}
      >
        <PanelHead title={t('shell.workspace.supervision')}>
          <TabList aria-label={t('shell.workspace.supervision')} className={styles.tabs}>
            {SECTIONS.map(({ id, label }) => (
              <Tab key={id} id={id} className={styles.tab}>
                {t(label)}
              </Tab>
            ))}
          </TabList>
        </PanelHead>
        <StaleRoom />
        {SECTIONS.map(({ id, Content }) => (
          <TabPanel key={id} tabId={id} className={styles.page}>
            <SafePanel name={id}>
              <Content onTicket={onTicket} onLamps={onLamps} />
            </SafePanel>
          </TabPanel>
        ))}
      </TabProvider>
    </Panel>
  );
}
