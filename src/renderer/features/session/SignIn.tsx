import { type FormEvent, useState } from 'react';
import type { Person } from '../../../shared/rights/model.ts';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { Button, Combobox, type ComboboxOption, EmptyState, LoadingState } from '../../ui/index.ts';
import { matching } from './matching.ts';
import styles from './SignIn.module.css';
import { useSession } from './store.ts';

interface SignInProps {
  readonly seat: string;
  readonly offline: boolean;
  /** at which other seats somebody sits already, in words; undefined where at none */
  readonly elsewhere: (person: string) => string | undefined;
}

/** Taking one's seat: choose a name from those the room knows, Enter. Works from cached names without the hub. */
export function SignIn({ seat, offline, elsewhere }: SignInProps) {
  const { t } = useLanguage();
  const view = useSession((session) => session.view);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <h1 className={styles.title}>{t('session.title')}</h1>
        <p className={styles.lead}>{t('session.lead', { seat })}</p>
        {view === undefined ? (
          <LoadingState title={t('common.loading')} />
        ) : view.people.length === 0 ? (
          <EmptyState title={t('session.nobody')} detail={t('session.nobodyDetail')} />
        ) : (
          <SignInForm people={view.people} elsewhere={elsewhere} />
        )}
        {offline && <p className={styles.offline}>{t('session.offline')}</p>}
      </div>
    </main>
  );
}

/** Why nobody could sign in: what one can do something about in words of its own. */
const reasonOf = (code: string) =>
  code === 'NOT_FOUND' || code === 'FORBIDDEN' ? (`session.code.${code}` as const) : 'session.code.other';

interface SignInFormProps extends Pick<SignInProps, 'elsewhere'> {
  readonly people: readonly Person[];
}
function SignInForm({ people, elsewhere }: SignInFormProps) {
  const { t } = useLanguage();
  const { open, busy, refused } = {
    open: useSession((s) => s.open),
    busy: useSession((s) => s.busy),
    refused: useSession((s) => s.refused),
  };
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const alsoWords = (person: string) => {
    const others = elsewhere(person);
    return others && t('session.alsoAt', { seats: others });
  };
  const options: readonly ComboboxOption[] = matching(people, text).map((person) => ({
    id: person.id,
    label: person.name,
    detail: [t(`role.${person.role}`), alsoWords(person.id)].filter(Boolean).join(' · '),
  }));
  // « perr » and Enter is enough where only one name fits.
  const only = text.trim() !== '' && options.length === 1 ? options[0] : undefined;
  const chosen = options.find((option) => option.label === text) ?? only;

  const also = chosen && elsewhere(chosen.id);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(chosen === undefined);
    if (chosen !== undefined) void open(chosen.id);
  }
  const error = missing
    ? t('session.choose')
    : refused === undefined
      ? undefined
      : t('session.refused', { reason: t(reasonOf(refused)) });
  return (
    <form className={styles.form} onSubmit={submit}>
      <Combobox
        autoFocus
        label={t('session.who')}
        hint={also === undefined ? t('session.declared') : t('session.alsoThere', { seats: also })}
        placeholder={t('session.placeholder')}
        error={error}
        value={text}
        options={options}
        emptyLabel={t('session.noMatch')}
        onType={(typed) => {
          setText(typed);
          setMissing(false);
        }}
        onChoose={(option) => setText(option.label)}
      />
      <Button type="submit" look="primary" size="large" disabled={busy}>
        {t('session.open')}
      </Button>
    </form>
  );
}
