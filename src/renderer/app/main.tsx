import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { catalogues } from '../../shared/i18n/index.ts';
import { ErrorState } from '../ui/index.ts';
import { App } from './App.tsx';
import { createConsole } from './console.ts';
import { Providers } from './Providers.tsx';

async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root')!);
  try {
    const bridge = window.vigie;
    const all = createConsole(bridge, await bridge.request('shell.info', undefined), window);
    window.addEventListener('unhandledrejection', (event) => all.report('window', event.reason));
    window.addEventListener('pagehide', () => all.stop(), { once: true });
    root.render(
      <StrictMode>
        <Providers console={all}>
          <App console={all} />
        </Providers>
      </StrictMode>,
    );
  } catch {
    // Without the shell there is nobody to report to: say it, in the first language.
    const { fr } = catalogues;
    root.render(<ErrorState title={fr['shell.noShell']} detail={fr['shell.noShellDetail']} />);
  }
}

void start();
