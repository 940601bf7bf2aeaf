import type { ReactNode } from 'react';
import { BaseMapProvider } from '../features/base-map/index.ts';
import { CamerasProvider } from '../features/cameras/index.ts';
import { CityProvider, PicksProvider } from '../features/city/index.ts';
import { BoardProvider, DeskProvider } from '../features/desk/index.ts';
import { FilesProvider } from '../features/files/index.ts';
import { LinkProvider } from '../features/link/index.ts';
import { DrawingProvider } from '../features/map/index.ts';
import { ReplayProvider } from '../features/replay/index.ts';
import { SeatsProvider } from '../features/seats/index.ts';
import { SelectionProvider } from '../features/selection/index.ts';
import { SessionProvider } from '../features/session/index.ts';
import { SettingsProvider, useSettings } from '../features/settings/index.ts';
import { HealthProvider, RecoveryProvider } from '../features/shell/index.ts';
import { BridgeProvider } from '../lib/bridge/index.tsx';
import { ClockProvider } from '../lib/clock/index.ts';
import { LanguageProvider } from '../lib/i18n/index.tsx';
import { KeysProvider, LettersProvider } from '../lib/keys/index.ts';
import { NoticesProvider, ReportProvider } from '../lib/notices/index.ts';
import { RoomDataProvider } from '../lib/room-data/index.ts';
import type { Console } from './console.ts';

interface ProvidersProps {
  readonly console: Console;
  readonly children: ReactNode;
}

/** Hands the window's stores down the tree. */
export function Providers({ console: all, children }: ProvidersProps) {
  return (
    <BridgeProvider value={all.bridge}>
      <ReportProvider value={all.report}>
        <NoticesProvider value={all.notices}>
          <ClockProvider value={all.clock}>
            <KeysProvider value={all.keys}>
              <SettingsProvider value={all.settings}>
                <HealthProvider value={all.health}>
                  <LinkProvider value={all.link}>
                    <RoomDataProvider value={all.roomData}>
                      <SessionProvider value={all.session}>
                        <SeatsProvider value={all.seats}>
                          <CityProvider value={all.city}>
                            <DrawingProvider value={all.drawing}>
                              <BaseMapProvider value={all.baseMap}>
                                <CamerasProvider value={all.cameras}>
                                  <PicksProvider value={all.picks}>
                                    <SelectionProvider value={all.selection}>
                                      <ReplayProvider value={all.replay}>
                                        <DeskProvider value={all.desk}>
                                          <BoardProvider value={all.board}>
                                            <RecoveryProvider value={all.recovery}>
                                              <FilesProvider value={all.files}>
                                                <Speaking>{children}</Speaking>
                                              </FilesProvider>
                                            </RecoveryProvider>
                                          </BoardProvider>
                                        </DeskProvider>
                                      </ReplayProvider>
                                    </SelectionProvider>
                                  </PicksProvider>
                                </CamerasProvider>
                              </BaseMapProvider>
                            </DrawingProvider>
                          </CityProvider>
                        </SeatsProvider>
                      </SessionProvider>
                    </RoomDataProvider>
                  </LinkProvider>
                </HealthProvider>
              </SettingsProvider>
            </KeysProvider>
          </ClockProvider>
        </NoticesProvider>
      </ReportProvider>
    </BridgeProvider>
  );
}

function Speaking({ children }: { readonly children: ReactNode }) {
  const locale = useSettings((settings) => settings.locale);
  const letters = useSettings((settings) => settings.letters);
  return (
    <LanguageProvider locale={locale}>
      <LettersProvider value={letters}>{children}</LettersProvider>
    </LanguageProvider>
  );
}
