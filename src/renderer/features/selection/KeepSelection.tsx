import { Bookmark } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LampKey } from '../../../shared/lamp/selection.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Dialog, Field, IconButton } from '../../ui/index.ts';
import { lampsOfContent, useCity } from '../city/index.ts';
import styles from './KeepSelection.module.css';
import { useKept } from './kept.ts';
import selection from './Selection.module.css';
import { useSelection } from './store.ts';

interface KeepSelectionProps {
  readonly lamps: ReadonlySet<LampKey>;
}

/** Gives the selection a name under which the search finds it again, and takes names away. */
export function KeepSelection({ lamps }: KeepSelectionProps) {
  const t = useT();
  const book = useCity((city) => city.book);
  const { kept, following, keep, forget } = useKept();
  const call = useSelection((selection) => selection.call);
  const [typed, setTyped] = useState<string>();
  const name = typed?.trim() ?? '';
  const known = kept.some((one) => one.name === name);
  const open = typed !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a large selection is looked through when it is to be named, not at each letter
  const follows = useMemo(() => open && following(name, lamps) !== undefined, [open, known, lamps]);
  const close = () => setTyped(undefined);
  // It stays below its dialog: the focus goes back to it.
  const opener = <IconButton icon={Bookmark} label={t('selection.keep')} onClick={() => setTyped('')} />;
  if (typed === undefined) return <>{opener}</>;
  return (
    <>
      {opener}
      <Dialog title={t('selection.keep')} closeLabel={t('common.close')} onClose={close}>
        <form
          className={styles.keep}
          onSubmit={(event) => {
            event.preventDefault();
            if (name === '') return;
            keep(name, lamps);
            call(name);
            close();
          }}
        >
          <Field
            label={t('selection.name')}
            hint={[
              ...(known ? [t('selection.replaces')] : []),
              t(follows ? 'selection.follows' : 'selection.tooLarge'),
            ].join(' ')}
            value={typed}
            maxLength={60}
            required
            onChange={({ target }) => setTyped(target.value)}
          />
          {kept.length > 0 && (
            <ul className={styles.kept}>
              {kept.map((one) => (
                <li key={one.name}>
                  <span className="cut">{one.name}</span>
                  <span className="quiet">
                    {t('selection.lamps', { n: lampsOfContent(one.content, book).size })}
                    {one.where === 'here' && ` · ${t('selection.here')}`}
                  </span>
                  <Button onClick={() => forget(one.name)}>{t('selection.forget')}</Button>
                </li>
              ))}
            </ul>
          )}
          <div className={selection.acts}>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button type="submit" look="primary" disabled={name === ''}>
              {t('selection.keepIt')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
