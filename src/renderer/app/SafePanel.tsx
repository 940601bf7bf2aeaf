import type { ReactNode } from 'react';
import { useT } from '../lib/i18n/index.tsx';
import { useReport } from '../lib/notices/index.ts';
import { ErrorBoundary } from '../ui/index.ts';

interface SafePanelProps {
  /** names the panel in diagnostics */
  readonly name: string;
  readonly children: ReactNode;
}

/** A panel whose exceptions stay its own. */
export function SafePanel({ name, children }: SafePanelProps) {
  const t = useT();
  const report = useReport();
  return (
    <ErrorBoundary
      title={t('common.panelFailed')}
      detail={t('common.panelFailedDetail')}
      reloadLabel={t('common.reloadPanel')}
      onError={(error) => report(`panel.${name}`, error)}
    >
      {children}
    </ErrorBoundary>
  );
}
