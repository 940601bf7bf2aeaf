import { GROUP_KINDS } from '../../../shared/lamp/lamp-group.ts';
import { indexOf, type LampKey, lampKey, slotOf } from '../../../shared/lamp/selection.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { groupAt, lampsOf, useCity } from '../city/index.ts';
import type { LampRef } from '../map/index.ts';
import styles from './Selection.module.css';
import { useSelection } from './store.ts';

/** From one lamp to all of its street, circuit, cabinet, district or commune; and in or out of what is selected. */
export function GroupButtons({ lamp }: { readonly lamp: LampRef }) {
  const t = useT();
  const { book } = useCity((city) => city);
  const choose = useSelection((selection) => selection.choose);
  const click = useSelection((selection) => selection.click);
  const key: LampKey = lampKey(lamp);
  const within = useSelection(({ now }) => now.lamps.has(key));
  const piece = book.piece(slotOf(key));
  if (piece === undefined) return null;
  return (
    <fieldset className={styles.groups}>
      <legend>{t('selection.chooseAll')}</legend>
      {GROUP_KINDS.map((kind) => {
        const group = groupAt(piece, indexOf(key), kind);
        if (group === undefined) return null;
        const run = () => choose(lampsOf(book.pieces, group), { kind: 'named', name: group.name }, false);
        return (
          <Button key={kind} title={group.name} onClick={run}>
            {t(`selection.its.${kind}`)}
          </Button>
        );
      })}
      <Button aria-pressed={within} onClick={() => click(key, true)}>
        {t(within ? 'selection.takeOut' : 'selection.takeIn')}
      </Button>
    </fieldset>
  );
}
