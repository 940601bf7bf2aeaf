import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { authorize } from '../../../shared/rights/authorize.ts';
import { useT } from '../../lib/i18n/index.tsx';
import { useRoomData } from '../../lib/room-data/index.ts';
import { Button, Icon } from '../../ui/index.ts';
import { Programmes } from '../lighting/index.ts';
import { isStale, useLink } from '../link/index.ts';
import { useMe } from '../session/index.ts';
import styles from './Editor.module.css';
import { Members } from './members/Members.tsx';
import { useMembers } from './members/use-members.ts';
import { PlanEditor } from './PlanEditor.tsx';
import { Reach } from './Reach.tsx';
import { useDraft } from './use-draft.ts';
import { useOwnPublished } from './use-own-published.ts';
import { useOwnRestores } from './use-own-restores.ts';
import { Versions } from './versions/Versions.tsx';

/** The lighting plan of the city: how it is lived, how far it has come, its versions; and the draft of who may change it. */
export function LightingSection() {
  const t = useT();
  const me = useMe();
  const room = useRoomData((data) => data.lightingPlan.get('room'));
  const lost = useLink(({ state }) => isStale(state));
  const written = useDraft();
  const [isOpen, setOpen] = useState(false);
  useOwnPublished(written, () => setOpen(false));
  const restores = useOwnRestores();
  const entry = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // The keyboard is led back to where the editor was opened.
    if (wasOpen.current && !isOpen) entry.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const may = me !== undefined && authorize(me, 'lightingPlan.publish', { kind: 'lightingPlan' }).ok;
  const { draft, begin, undo } = written;
  const plan = room?.plan;
  if (may && isOpen && draft !== undefined && room !== undefined && plan !== undefined)
    return (
      <PlanEditor
        plan={plan}
        timeZone={room.timeZone}
        aheadMinutes={room.aheadMinutes}
        draft={draft}
        written={written}
        lost={lost}
        onClose={() => setOpen(false)}
      />
    );
  const open = () => {
    if (draft === undefined && plan !== undefined) begin(plan);
    setOpen(true);
  };
  return (
    <>
      {may && plan !== undefined && (
        <div className={styles.bar}>
          <Button onClick={open} ref={entry}>
            <Icon of={Pencil} /> {t(draft === undefined ? 'plan.edit' : 'plan.goOn')}
          </Button>
          {draft === undefined && undo !== undefined && <Button onClick={undo}>{t('plan.takeBack')}</Button>}
          {draft !== undefined && <span className="quiet">{t('plan.draftOn', { version: draft.base })}</span>}
        </div>
      )}
      {room?.behind && <p className={styles.behind}>{t('plan.behind', { ...room.behind })}</p>}
      <Reach />
      <PlanInForce />
      <Versions restores={restores} mayRestore={may && !lost} />
    </>
  );
}

/** The plan as it is lived, with who is in each of its groups. */
function PlanInForce() {
  const members = useMembers();
  return <Programmes detailOf={(group) => <Members membersOf={() => members(group)} />} />;
}
