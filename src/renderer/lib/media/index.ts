import { useSyncExternalStore } from 'react';

/** Whether a media query holds, followed while the component is mounted. @param query as CSS writes it */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
