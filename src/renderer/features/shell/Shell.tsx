import type { ReactNode } from 'react';
import { isStale, LinkVoice, useLink } from '../link/index.ts';
import { Banners } from './Banners.tsx';
import { NoticeList } from './NoticeList.tsx';
import { Rail, type WorkspaceId } from './Rail.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { useSounds } from './useSounds.ts';

interface ShellProps {
  readonly seat: string;
  readonly title: string;
  readonly workspace: WorkspaceId;
  readonly onGo: (workspace: WorkspaceId) => void;
  /** shows the room's alarms */
  readonly onAlarms: () => void;
  /** brings a ticket before the operator */
  readonly onTicket: (ticket: string) => void;
  /** what asks something of whoever sits here, beside the banners */
  readonly strips: ReactNode;
  readonly children: ReactNode;
}

/** The frame round every workspace. */
export function Shell({ seat, title, workspace, onGo, onAlarms, onTicket, strips, children }: ShellProps) {
  const lost = useLink((link) => link.outage.kind === 'on' && isStale(link.state));
  useSounds();
  return (
    <div className={styles.shell}>
      <TopBar workspace={title} seat={seat} onAlarms={onAlarms} />
      <Banners onTicket={onTicket}>{strips}</Banners>
      <Rail current={workspace} onGo={onGo} />
      <main tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <NoticeList onTicket={onTicket} />
      <LinkVoice lost={lost} />
    </div>
  );
}
