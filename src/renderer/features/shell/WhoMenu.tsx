import { useT } from '../../lib/i18n/index.tsx';
import { Button, Menu } from '../../ui/index.ts';
import { useViewer } from '../desk/index.ts';
import { useElsewhere } from '../seats/index.ts';
import { shortName, useSession } from '../session/index.ts';
import styles from './TopBar.module.css';

/** Who sits here, how sure the room is of it, and the way out. */
export function WhoMenu({ seat }: { readonly seat: string }) {
  const t = useT();
  const session = useSession(({ view }) => view?.session);
  const offline = useSession(({ view }) => view?.offline ?? false);
  const leave = useSession((state) => state.leave);
  const elsewhere = useElsewhere(useViewer().seat);
  if (session === undefined) return <span className={styles.who}>{t('session.lead', { seat })}</span>;
  const { person, assurance } = session;
  const also = elsewhere(person.id);
  const notes = [
    t('shell.seat', { seat }),
    t(`role.${person.role}`),
    also === undefined ? undefined : t('session.alsoAt', { seats: also }),
    offline ? t('session.offlineTag') : undefined,
  ];
  return (
    <span className={styles.who}>
      <Menu
        button={
          <Button look="bare" className={styles.whoButton ?? ''} title={t(`assurance.${assurance}`)}>
            <span>{shortName(person.name)}</span>
            <small>{notes.filter(Boolean).join(' · ')}</small>
          </Button>
        }
        choices={[{ id: 'close', label: t('session.close'), onChoose: leave }]}
      />
    </span>
  );
}
