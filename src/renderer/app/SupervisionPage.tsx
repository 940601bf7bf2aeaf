import { Tab, TabList, TabPanel, TabProvider } from '@ariakit/react';
import type { ComponentType } from 'react';
import { type MessageId, useT } from '../lib/i18n/index.tsx';
import { EmptyState, Panel, PanelHead } from '../ui/index.ts';
import { SafePanel } from './SafePanel.tsx';
import styles from './SupervisionPage.module.css';

interface SupervisionSection {
  readonly id: string;
  readonly label: MessageId;
  readonly Content: ComponentType;
}

/** In the order of their tabs: what presses first. */
const SECTIONS: readonly SupervisionSection[] = [];

/** Supervision: the room as a whole, each matter a tab of its own. */
export function SupervisionPage() {
  const t = useT();
  return (
    <Panel label={t('shell.workspace.supervision')}>
      <TabProvider>
        <PanelHead title={t('shell.workspace.supervision')}>
          <TabList aria-label={t('shell.workspace.supervision')} className={styles.tabs}>
            {SECTIONS.map(({ id, label }) => (
              <Tab key={id} id={id} className={styles.tab}>
                {t(label)}
              </Tab>
            ))}
          </TabList>
        </PanelHead>
        {SECTIONS.map(({ id, Content }) => (
          <TabPanel key={id} tabId={id} className={styles.page}>
            <SafePanel name={id}>
              <Content />
            </SafePanel>
          </TabPanel>
        ))}
        {SECTIONS.length === 0 && <EmptyState title={t('shell.supervision.nothing')} />}
      </TabProvider>
    </Panel>
  );
}
