import { EyeOff } from 'lucide-react';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Icon } from '../../../ui/index.ts';
import type { LampTable } from '../lamp-table.ts';
import { ALL_SIGNS, type ShownSigns } from '../painter/look.ts';
import { hiddenOf } from './signs.ts';
import { useCounts } from './use-counts.ts';

interface HiddenNoteProps {
  readonly lamps: LampTable;
  readonly shown: ShownSigns;
  readonly onShow: (shown: ShownSigns) => void;
}

/** Says as long as anything is hidden that it is, and how much: a map must not look quieter than the city is. */
export function HiddenNote({ lamps, shown, onShow }: HiddenNoteProps) {
  const t = useT();
  const hidden = hiddenOf(shown, useCounts(lamps));
  return (
    <div className={hidden && 'map-hidden'}>
      {hidden && <Icon of={EyeOff} size="small" />}
      {/* Always there, so that a screen reader hears of the first sign that is hidden. */}
      <p role="status">
        {hidden && t('legend.hidden', { signs: hidden.signs, lamps: hidden.lamps })}
        {hidden !== undefined && hidden.faults > 0 && (
          <b> {t('legend.hiddenFaults', { faults: hidden.faults })}</b>
        )}
      </p>
      {hidden && <Button onClick={() => onShow(ALL_SIGNS)}>{t('legend.all')}</Button>}
    </div>
  );
}
