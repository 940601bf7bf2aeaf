import { useMemo } from 'react';
import { ledShare, useCity, useLayout } from '../features/city/index.ts';
import { useSettings } from '../features/settings/index.ts';
import { useMedia } from '../lib/media/index.ts';

/** From here on the map has room for it beside the panel. */
const WIDE = '(min-width: 1600px)';

/** The legend of the lighting workspace: open where there is room, until somebody wants it otherwise; then as they left it. */
export function useKeptLegend() {
  const kept = useSettings((settings) => settings.legend);
  const choose = useSettings((settings) => settings.choose);
  const isWide = useMedia(WIDE);
  const book = useCity((city) => city.book);
  const layout = useLayout();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout is another book
  const led = useMemo(() => ledShare(book.pieces), [book, layout]);
  return {
    open: kept === 'auto' ? isWide : kept === 'open',
    onOpen: (open: boolean) => choose({ legend: open ? 'open' : 'closed' }),
    led,
  };
}
