import { Ellipsis } from 'lucide-react';
import { hasCommitted } from '../../../../shared/unit/assignment.ts';
import type { TicketOp } from '../../../../shared/wire/command.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useCap, useShortcut } from '../../../lib/keys/index.ts';
import { Button, IconButton, Kbd, Menu } from '../../../ui/index.ts';
import { allowed } from '../actions.ts';
import { useDesk, useViewer } from '../board.ts';
import type { Row } from '../model.ts';
import styles from './Ticket.module.css';

/** What the rules and rights let this person do now, one primary at most; the rarer ones in a menu. */
export function Actions({ row }: { readonly row: Row }) {
  const t = useT();
  const viewer = useViewer();
  const act = useDesk((desk) => desk.act);
  const compose = useDesk((desk) => desk.compose);
  const { id, priority, handoverTo } = row.ticket;
  const asked = handoverTo === viewer.me?.id;
  const may = (op: TicketOp) => allowed(row, viewer, op);
  const run = (op: TicketOp, args?: object) => void act(op, id, args);

  /** a colleague has taken it without the hub: whoever takes it too will have to settle that */
  const rival = row.intents.length > 0;

  const buttons: readonly ActionProps[] = [
    { op: 'ticket.accept', keys: 'y', look: 'primary', acts: true, onRun: () => run('ticket.accept') },
    { op: 'ticket.decline', keys: 'r', acts: true, onRun: () => run('ticket.decline') },
    {
      op: 'ticket.claim',
      keys: 'c',
      look: rival ? 'secondary' : 'primary',
      acts: true,
      name: rival ? t('desk.act.claimAnyway') : undefined,
      onRun: () => run('ticket.claim'),
    },
    { op: 'ticket.note', keys: 't', onRun: () => compose('note') },
    { op: 'ticket.assign', keys: 'f', onRun: () => compose('assign') },
    row.mine && !hasCommitted(row.ticket)
      ? { op: 'ticket.release', keys: 'l', acts: true, onRun: () => run('ticket.release') }
      : {
          op: 'ticket.release',
          keys: 'l',
          name: t(row.mine ? 'desk.act.giveBack' : 'desk.act.putBack'),
          onRun: () => compose('putBack'),
        },
    { op: 'ticket.close', keys: 'x', onRun: () => compose('close') },
  ];
  const amend = () => compose('amend');
  useShortcut({ keys: 'm', shown: 'M', label: 'desk.op.ticket.amend', run: amend }, may('ticket.amend'));
  const rarer = [
    ...(asked ? [] : [{ op: 'ticket.decline', onChoose: () => run('ticket.decline') } as const]),
    { op: 'ticket.takeover', onChoose: () => compose('takeover') },
    { op: 'ticket.handover', onChoose: () => compose('handover') },
    { op: 'ticket.reopen', onChoose: () => run('ticket.reopen') },
  ] as const;
  const menu = [
    ...(may('ticket.amend') ? [{ id: 'amend', label: <AmendLabel />, onChoose: amend }] : []),
    ...rarer
      .filter(({ op }) => may(op))
      .map(({ op, onChoose }) => ({
        id: op,
        label: t(op === 'ticket.decline' ? 'desk.act.withdraw' : `desk.act.${op}`),
        onChoose,
      })),
    ...([1, 2, 3, 4] as const)
      .filter((other) => other !== priority && may('ticket.prioritise'))
      .map((other) => ({
        id: `p${other}`,
        label: t('desk.act.prioritise', { priority: t(`priority.${other}`) }),
        onChoose: () => run('ticket.prioritise', { priority: other }),
      })),
  ];
  return (
    <div className={styles.actions}>
      {row.alarming && may('ticket.acknowledge') && (
        <Button look="danger" shortcut="A" onClick={() => run('ticket.acknowledge')}>
          {t('desk.acknowledge')}
        </Button>
      )}
      {buttons.map(
        (button) =>
          may(button.op) &&
          (asked || button.op !== 'ticket.decline') && <Action key={button.op} {...button} />,
      )}
      {menu.length > 0 && (
        <Menu button={<IconButton icon={Ellipsis} label={t('desk.more')} />} choices={menu} />
      )}
    </div>
  );
}

function AmendLabel() {
  const cap = useCap();
  const t = useT();
  return (
    <>
      <span className="grow">{t('desk.act.ticket.amend')}</span>
      <Kbd>{cap('M')}</Kbd>
    </>
  );
}

interface ActionProps {
  readonly op:
    | 'ticket.accept'
    | 'ticket.decline'
    | 'ticket.claim'
    | 'ticket.note'
    | 'ticket.assign'
    | 'ticket.release'
    | 'ticket.close';
  /** the letter that does the same, held as long as the button is there */
  readonly keys: string;
  readonly look?: 'primary' | 'secondary';
  /** it is done by the key alone, without a form */
  readonly acts?: boolean;
  /** where it means something more than its op */
  readonly name?: string | undefined;
  readonly onRun: () => void;
}

function Action({ op, keys, look = 'secondary', acts = false, name, onRun }: ActionProps) {
  const t = useT();
  const shown = keys.toUpperCase();
  useShortcut({ keys, shown, label: `desk.op.${op}`, ...(acts && { manner: 'acts' }), run: onRun });
  return (
    <Button look={look} shortcut={shown} onClick={onRun}>
      {name ?? t(`desk.act.${op}`)}
    </Button>
  );
}
