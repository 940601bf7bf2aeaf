import { useEffect } from 'react';
import { useSettings } from './store.ts';

/** Puts the chosen theme on the document and, for « system », follows the desktop. */
export function useTheme(): void {
  const theme = useSettings((settings) => settings.theme);
  useEffect(() => {
    const light = window.matchMedia('(prefers-color-scheme: light)');
    const apply = () => {
      const day = theme === 'day' || (theme === 'system' && light.matches);
      document.documentElement.dataset.theme = day ? 'day' : 'night';
    };
    apply();
    light.addEventListener('change', apply);
    return () => light.removeEventListener('change', apply);
  }, [theme]);
}
