import { useState } from 'react';
import { folded } from '../../../../shared/i18n/folded.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Field } from '../../../ui/index.ts';
import styles from './Members.module.css';
import type { GroupMembers, Member } from './members.ts';

/** So many of a kind are listed before the rest is counted: what is wanted is found by its name. */
const LISTED = 60;

interface MembersProps {
  /** reckoned when somebody asks: it is the whole city; undefined where it has no lamp */
  readonly membersOf: () => GroupMembers | undefined;
}

/** Which streets and cabinets have lamps in a group, and how many; found by name. */
export function Members({ membersOf }: MembersProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.members} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('planWhere.members')}</summary>
      {isOpen && <Lists members={membersOf()} />}
    </details>
  );
}

const NOBODY: GroupMembers = { streets: [], cabinets: [] };

function Lists({ members = NOBODY }: { readonly members: GroupMembers | undefined }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const found = (all: readonly Member[]) =>
    all.filter(({ name, within }) => words.every((word) => folded(`${name} ${within}`).includes(word)));
  return (
    <>
      <Field
        label={t('planWhere.find')}
        className={styles.find}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className={styles.lists}>
        <MemberList title={t('planWhere.kinds.streets')} members={found(members.streets)} />
        <MemberList title={t('planWhere.kinds.cabinets')} members={found(members.cabinets)} />
      </div>
    </>
  );
}

interface MemberListProps {
  readonly title: string;
  readonly members: readonly Member[];
}

function MemberList({ title, members }: MemberListProps) {
  const t = useT();
  return (
    <div>
      <p className={styles.title}>{t('planWhere.count', { list: title, n: members.length })}</p>
      <ul className="words" aria-label={title}>
        {members.slice(0, LISTED).map(({ name, within, lamps, of }) => (
          <li key={`${name} ${within}`} className={styles.member}>
            <span>{within === '' ? name : t('planWhere.within', { name, within })}</span>
            <span>
              {lamps === of ? t('planWhere.all', { n: of }) : t('planWhere.some', { n: lamps, of })}
            </span>
          </li>
        ))}
      </ul>
      {members.length > LISTED && (
        <p className="quiet">{t('planWhere.more', { n: members.length - LISTED })}</p>
      )}
      {members.length === 0 && <p className="quiet">{t('planWhere.nothing')}</p>}
    </div>
  );
}
