import { BaseMapFacts } from '../features/base-map/index.ts';
import { Diagnostics } from '../features/diagnostics/index.ts';
import { DrawingFacts } from '../features/map/index.ts';
import { SettingsForm } from '../features/settings/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { Panel, PanelHead } from '../ui/index.ts';
import { SafePanel } from './SafePanel.tsx';
import styles from './SettingsPage.module.css';

/** Réglages et diagnostic. */
export function SettingsPage() {
  const t = useT();
  return (
    <Panel label={t('settings.title')}>
      <PanelHead title={t('settings.title')} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.page} tabIndex={0}>
        <SettingsForm />
        <DrawingFacts />
        <BaseMapFacts />
        <SafePanel name="diagnostics">
          <Diagnostics />
        </SafePanel>
      </div>
    </Panel>
  );
}
