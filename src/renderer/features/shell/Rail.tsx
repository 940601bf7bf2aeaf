import { Lightbulb, ListChecks, type LucideIcon, Settings, Users } from 'lucide-react';
import type { MessageId } from '../../lib/i18n/index.tsx';
import { useT } from '../../lib/i18n/index.tsx';
import { classes, Icon, VisuallyHidden } from '../../ui/index.ts';
import { useWaitingAlarms } from '../alarms/index.ts';
import { useBoard } from '../desk/index.ts';
import styles from './Rail.module.css';

export type WorkspaceId = 'interventions' | 'lighting' | 'supervision' | 'settings';
interface Workspace {
  readonly id: WorkspaceId;
  readonly icon: LucideIcon;
  readonly label: MessageId;
}
/** Only those that exist: a door that opens on nothing is not drawn. */
const WORKSPACES: readonly Workspace[] = [
  { id: 'interventions', icon: ListChecks, label: 'shell.workspace.interventions' },
  { id: 'lighting', icon: Lightbulb, label: 'shell.workspace.lighting' },
  { id: 'supervision', icon: Users, label: 'shell.workspace.supervision' },
  { id: 'settings', icon: Settings, label: 'shell.workspace.settings' },
];

interface RailProps {
  readonly current: WorkspaceId;
  readonly onGo: (workspace: WorkspaceId) => void;
}

export function Rail({ current, onGo }: RailProps) {
  const t = useT();
  const waiting = useWaitingAlarms();
  const alarming = useBoard((board) => board.alarming.length);
  return (
    <nav className={styles.rail} aria-label={t('shell.workspaces')}>
      {WORKSPACES.map(({ id, icon, label }) => (
        <button
          key={id}
          type="button"
          title={t(label)}
          aria-current={id === current ? 'page' : undefined}
          className={classes(styles.door, id === 'settings' && styles.last)}
          onClick={() => onGo(id)}
        >
          <Icon of={icon} size="large" />
          <span className={styles.word}>{t(label)}</span>
          {id === 'supervision' && waiting > 0 && (
            <span className={styles.waiting}>
              {waiting}
              <VisuallyHidden>{t('alarms.list.waiting')}</VisuallyHidden>
            </span>
          )}
          {id === 'interventions' && alarming > 0 && (
            <span className={styles.count}>
              {alarming}
              <VisuallyHidden>{t('shell.p1')}</VisuallyHidden>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
