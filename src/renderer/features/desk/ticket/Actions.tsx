import { Ellipsis } from 'lucide-react';
import type { TicketOp } from '../../../../shared/wire/command.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Button, IconButton, Menu } from '../../../ui/index.ts';
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
  const { id, priority } = row.ticket;
  const may = (op: TicketOp) => allowed(row, viewer, op);
  const run = (op: TicketOp, args?: object) => void act(op, id, args);
  const claim = may('ticket.claim');
  const note = may('ticket.note');
  const assign = may('ticket.assign');

  useShortcut(
    { keys: 'c', shown: 'C', label: 'desk.op.ticket.claim', run: () => run('ticket.claim') },
    claim,
  );
  useShortcut(
    { keys: 't', shown: 'T', label: 'desk.op.ticket.note', run: () => compose({ kind: 'note', text: '' }) },
    note,
  );
  useShortcut(
    { keys: 'f', shown: 'F', label: 'desk.op.ticket.assign', run: () => compose({ kind: 'assign' }) },
    assign,
  );

  const rarer = [
    { op: 'ticket.takeover', onChoose: () => run('ticket.takeover') },
    { op: 'ticket.handover', onChoose: () => compose({ kind: 'handover' }) },
    { op: 'ticket.reopen', onChoose: () => run('ticket.reopen') },
  ] as const;
  const menu = [
    ...rarer
      .filter(({ op }) => may(op))
      .map(({ op, onChoose }) => ({ id: op, label: t(`desk.act.${op}`), onChoose })),
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
      {may('ticket.accept') && (
        <Button look="primary" onClick={() => run('ticket.accept')}>
          {t('desk.act.ticket.accept')}
        </Button>
      )}
      {may('ticket.decline') && (
        <Button onClick={() => run('ticket.decline')}>{t('desk.act.ticket.decline')}</Button>
      )}
      {claim && (
        <Button look="primary" shortcut="C" onClick={() => run('ticket.claim')}>
          {t('desk.act.ticket.claim')}
        </Button>
      )}
      {note && (
        <Button shortcut="T" onClick={() => compose({ kind: 'note', text: '' })}>
          {t('desk.act.ticket.note')}
        </Button>
      )}
      {assign && (
        <Button shortcut="F" onClick={() => compose({ kind: 'assign' })}>
          {t('desk.act.ticket.assign')}
        </Button>
      )}
      {may('ticket.release') && (
        <Button onClick={() => run('ticket.release')}>{t('desk.act.ticket.release')}</Button>
      )}
      {may('ticket.close') && (
        <Button onClick={() => compose({ kind: 'close' })}>{t('desk.act.ticket.close')}</Button>
      )}
      {menu.length > 0 && (
        <Menu button={<IconButton icon={Ellipsis} label={t('desk.more')} />} choices={menu} />
      )}
    </div>
  );
}
