import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { Button, Dialog, Field, IconButton } from '../../../ui/index.ts';
import { Facets } from './Facets.tsx';
import { type Filter, NO_FILTER } from './filter.ts';
import styles from './Views.module.css';
import { type Kept, viewOf } from './views.ts';

interface ViewsDialogProps {
  readonly kept: Kept;
  readonly shown: number;
  readonly open: number;
  readonly onClose: () => void;
}

/** Views that somebody has named, and what the queue is narrowed by: it follows behind the dialog at each press. */
export function ViewsDialog({ kept, shown, open, onClose }: ViewsDialogProps) {
  const t = useT();
  const filter = kept.filter ?? NO_FILTER;
  const change = (next: Filter) => kept.setFilter(next);
  return (
    <Dialog title={t('queue.views')} closeLabel={t('common.close')} wide onClose={onClose}>
      <div className={styles.body}>
        <NamedViews kept={kept} filter={filter} />
        <Facets filter={filter} onChange={change} />
      </div>
      <footer className={styles.foot}>
        <p className="grow" role="status">
          {t('desk.shown', { shown, open })}
        </p>
        <Button onClick={() => change({ ...NO_FILTER, text: filter.text })}>{t('desk.showAll')}</Button>
        <Button look="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      </footer>
    </Dialog>
  );
}

function NamedViews({ kept, filter }: { readonly kept: Kept; readonly filter: Filter }) {
  const t = useT();
  const [name, setName] = useState('');
  const current = viewOf(filter, kept.views);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    kept.save(name.trim());
    setName('');
  };
  return (
    <section className={styles.facet}>
      <h3 className={styles.name}>{t('queue.named')}</h3>
      {kept.views.length === 0 && <p className="quiet">{t('queue.noViews')}</p>}
      <ul className={styles.views}>
        {kept.views.map((view) => (
          <li key={view.name} className={styles.view}>
            <Button
              className={styles.choose ?? ''}
              aria-pressed={view === current}
              look={view === current ? 'secondary' : 'bare'}
              onClick={() => kept.setFilter({ ...NO_FILTER, ...view.criteria })}
            >
              {view.name}
            </Button>
            <IconButton
              icon={Trash2}
              label={t('queue.removeView', { name: view.name })}
              onClick={() => kept.remove(view.name)}
            />
          </li>
        ))}
      </ul>
      <form className={styles.save} onSubmit={save}>
        <Field
          label={t('queue.viewName')}
          value={name}
          maxLength={60}
          className="grow"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" off={name.trim() === '' ? t('queue.nameFirst') : undefined}>
          {t('queue.saveView')}
        </Button>
      </form>
    </section>
  );
}
