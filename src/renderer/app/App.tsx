import { useCallback, useEffect, useRef, useState } from 'react';
import type { Procedure } from '../../shared/procedure/model.ts';
import { RingStrip } from '../features/calls/index.ts';
import { useAlarm, useDesk } from '../features/desk/index.ts';
import { isStale, useLink } from '../features/link/index.ts';
import { ProcedureWatch, ReadProcedure } from '../features/procedure/index.ts';
import { useElsewhere } from '../features/seats/index.ts';
import { PreemptionWatch } from '../features/selection/index.ts';
import { SignIn, useSession } from '../features/session/index.ts';
import { useTheme } from '../features/settings/index.ts';
import {
  Kept,
  NoticeList,
  SeatTroubles,
  Shell,
  ShortcutsDialog,
  type WorkspaceId,
} from '../features/shell/index.ts';
import { LeaveSeat, OfferStrip } from '../features/shift/index.ts';
import { SupervisorStrip } from '../features/supervision/index.ts';
import { useBeat } from '../lib/beat/index.ts';
import { useT } from '../lib/i18n/index.tsx';
import { useShortcut } from '../lib/keys/index.ts';
import { isNowhere, lendFocus } from '../ui/index.ts';
import styles from './App.module.css';
import type { Console } from './console.ts';
import { FindEverything } from './FindEverything.tsx';
import { Interventions } from './Interventions.tsx';
import { Lighting } from './Lighting.tsx';
import { goToRegion } from './regions.ts';
import { SettingsPage } from './SettingsPage.tsx';
import { SupervisionPage } from './SupervisionPage.tsx';

/** Somebody must sit here before the console shows anything of the room. */
export function App({ console: all }: { readonly console: Console }) {
  useTheme();
  const signedIn = useSession(({ view }) => view?.session !== undefined);
  const offline = useLink((link) => isStale(link.state));
  const elsewhere = useElsewhere(all.info.seat);
  if (!signedIn) {
    return (
      <div className={styles.entrance}>
        <SeatTroubles />
        <SignIn seat={all.info.label} offline={offline} elsewhere={elsewhere} />
        <NoticeList />
      </div>
    );
  }
  return <Desk console={all} />;
}

/** Heard in text too, but a dialog wants its own answer first. */
const unlessAsked = (run: () => void) => () => {
  if (document.querySelector('dialog[open]') === null) run();
};

function Desk({ console: all }: { readonly console: Console }) {
  const t = useT();
  const [workspace, setWorkspace] = useState<WorkspaceId>('interventions');
  const lit = useRef(false);
  lit.current ||= workspace === 'lighting';
  const [section, setSection] = useState<string>();
  const [help, setHelp] = useState(false);
  const [finding, setFinding] = useState(false);
  const [reading, setReading] = useState<Procedure>();
  const act = useDesk((desk) => desk.act);
  const show = useDesk((desk) => desk.show);
  const supervise = (what: string) => {
    setSection(what);
    setWorkspace('supervision');
  };
  const toLighting = useCallback(() => setWorkspace('lighting'), []);
  const toTickets = useCallback(() => setWorkspace('interventions'), []);
  const openTicket = (ticket: string) => {
    setWorkspace('interventions');
    show(ticket);
  };
  const compose = useDesk((desk) => desk.compose);
  /** Who answers writes at once: the form of the ticket is open while they listen. */
  const fillIn = (ticket: string) => {
    openTicket(ticket);
    compose('amend');
  };
  const callBack = (ticket: string) => {
    openTicket(ticket);
    compose('promise');
  };
  const alarm = useAlarm();
  useBeat(alarm !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes, or goes to another workspace, finds the keyboard there
  useEffect(() => {
    const main = document.querySelector('main');
    if (main !== null && isNowhere(document.activeElement, document.body)) lendFocus(main);
  }, [workspace]);

  useShortcut({ keys: '?', shown: '?', label: 'shell.key.shortcuts', run: () => setHelp(true) });
  useShortcut({
    keys: 'Control+k',
    shown: 'Ctrl K',
    label: 'palette.key.open',
    everywhere: true,
    run: unlessAsked(() => setFinding(true)),
  });
  useShortcut({
    keys: 'F6',
    shown: 'F6',
    label: 'shell.key.nextRegion',
    everywhere: true,
    run: () => goToRegion(1),
  });
  useShortcut({
    keys: 'Shift+F6',
    shown: '⇧ F6',
    label: 'shell.key.previousRegion',
    everywhere: true,
    run: () => goToRegion(-1),
  });
  useShortcut({
    keys: 'Alt+1',
    shown: 'Alt 1',
    label: 'shell.key.interventions',
    everywhere: true,
    run: unlessAsked(() => setWorkspace('interventions')),
  });
  useShortcut({
    keys: 'Alt+2',
    shown: 'Alt 2',
    label: 'shell.key.lighting',
    everywhere: true,
    run: unlessAsked(() => setWorkspace('lighting')),
  });
  useShortcut({
    keys: 'Alt+5',
    shown: 'Alt 5',
    label: 'shell.key.supervision',
    everywhere: true,
    run: unlessAsked(() => setWorkspace('supervision')),
  });
  useShortcut({
    keys: 'Alt+7',
    shown: 'Alt 7',
    label: 'shell.key.settings',
    everywhere: true,
    run: unlessAsked(() => setWorkspace('settings')),
  });
  useShortcut(
    {
      keys: 'a',
      manner: 'acts',
      shown: 'A',
      label: 'desk.key.acknowledge',
      run: () => void act('ticket.acknowledge', alarm!),
    },
    alarm !== undefined && workspace === 'interventions', // nobody acknowledges what is not in sight
  );
  return (
    <Shell
      seat={all.info.label}
      title={t(`shell.workspace.${workspace}`)}
      workspace={workspace}
      onGo={setWorkspace}
      onAlarms={() => supervise('alarms')}
      onTicket={openTicket}
      strips={
        <>
          <RingStrip onAnswered={fillIn} onMissed={openTicket} onCallBack={callBack} />
          <OfferStrip onTicket={openTicket} />
          <SupervisorStrip onOpen={supervise} />
        </>
      }
    >
      <Kept shown={workspace === 'interventions'}>
        <Interventions onFind={() => setFinding(true)} onChosen={toLighting} />
      </Kept>
      {/* A second map costs what the first does: it is there from when somebody first wants it. */}
      {lit.current && (
        <Kept shown={workspace === 'lighting'}>
          <Lighting onTicket={openTicket} toTickets={toTickets} onFaults={() => supervise('lampFaults')} />
        </Kept>
      )}
      {workspace === 'supervision' && (
        <SupervisionPage
          section={section}
          onSection={setSection}
          onTicket={openTicket}
          onLamps={toLighting}
        />
      )}
      {workspace === 'settings' && <SettingsPage />}
      <ProcedureWatch />
      <PreemptionWatch />
      {finding && (
        <FindEverything
          onMap={() => setWorkspace('interventions')}
          onRead={setReading}
          onClose={() => setFinding(false)}
        />
      )}
      {reading && <ReadProcedure procedure={reading} onClose={() => setReading(undefined)} />}
      <LeaveSeat onHandover={() => supervise('shift')} />
      {help && <ShortcutsDialog onClose={() => setHelp(false)} />}
    </Shell>
  );
}
