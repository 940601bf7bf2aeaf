import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n/index.tsx';
import { Button, Dialog, Field, IconButton } from '../../ui/index.ts';
import { useKept } from './kept.ts';
import styles from './Selection.module.css';

interface KeepSelectionProps {
  readonly lamps: readonly { readonly id: string }[];
}

/** Gives the selection a name under which the search finds it again, and takes names away. */
export function KeepSelection({ lamps }: KeepSelectionProps) {
  const t = useT();
  const { kept, keep, forget } = useKept();
  const [typed, setTyped] = useState<string>();
  const known = kept.some((one) => one.name === typed?.trim());
  if (typed === undefined)
    return <IconButton icon={Bookmark} label={t('selection.keep')} onClick={() => setTyped('')} />;
  const close = () => setTyped(undefined);
  return (
    <Dialog title={t('selection.keep')} closeLabel={t('common.close')} onClose={close}>
      <form
        className={styles.keep}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') return;
          keep(
            typed.trim(),
            lamps.map(({ id }) => id),
          );
          close();
        }}
      >
        <Field
          label={t('selection.name')}
          hint={known ? t('selection.replaces') : t('selection.keptHere')}
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
                <span className="quiet">{t('selection.lamps', { n: one.lamps.length })}</span>
                <Button onClick={() => forget(one.name)}>{t('selection.forget')}</Button>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.acts}>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={typed.trim() === ''}>
            {t('selection.keepIt')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
