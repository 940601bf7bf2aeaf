import { type ReactNode, useState } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { TextArea } from '../../../ui/index.ts';
import { PersonField } from '../../seats/index.ts';
import { nameOf, useSession } from '../../session/index.ts';
import { useDesk, useViewer } from '../board.ts';
import type { Row } from '../model.ts';
import { CloseForm } from './CloseForm.tsx';
import { ComposerForm } from './ComposerForm.tsx';
import { OverHeadForm } from './OverHeadForm.tsx';

interface ComposerStripProps {
  readonly row: Row;
  /** the form by which units are assigned; given from above, so that the desk knows no fleet */
  readonly assign: (row: Row) => ReactNode;
  /** the form of a call back: it is made of this file's, so it can't be asked for from here */
  readonly promise: (row: Row) => ReactNode;
  /** the form of a link, likewise */
  readonly link: (row: Row) => ReactNode;
}

/** Where the operator writes a note, an assignment, a closing or a handover: a strip, not a dialog over the map. */
export function ComposerStrip({ row, assign, promise, link }: ComposerStripProps) {
  const composer = useDesk((desk) => desk.composer);
  switch (composer) {
    case undefined:
      return null;
    case 'note':
      return <NoteForm row={row} />;
    case 'promise':
      return promise(row);
    case 'link':
      return link(row);
    case 'assign':
      return assign(row);
    case 'close':
      return <CloseForm row={row} />;
    case 'handover':
      return <HandoverForm row={row} />;
    case 'takeover':
      return <OverHeadForm row={row} op="ticket.takeover" />;
    case 'putBack':
      return <OverHeadForm row={row} op="ticket.release" />;
    case 'amend':
      return null; // wants all the fields of the form, in a dialog of its own
  }
}

/** Its text is the desk's, so that it survives the page, Escape and another ticket. */
function NoteForm({ row }: { readonly row: Row }) {
  const t = useT();
  const { id } = row.ticket;
  const text = useDesk((desk) => desk.notes.get(id) ?? '');
  const write = useDesk((desk) => desk.write);
  const to = useDesk((desk) => desk.addressees.get(id));
  const people = useSession(({ view }) => view?.people);
  const args = text.trim() === '' ? undefined : { text: text.trim(), ...(to === undefined ? {} : { to }) };
  return (
    <ComposerForm row={row} op="ticket.note" args={args} submit={t('desk.note.send')}>
      <TextArea
        label={t('desk.note.label')}
        hint={
          to === undefined
            ? t('desk.note.hint')
            : t('desk.note.hintTo', { who: nameOf(people ?? [], to), how: t('desk.note.hint') })
        }
        value={text}
        maxLength={4_000}
        onChange={(event) => write(id, event.target.value)}
      />
    </ComposerForm>
  );
}

function HandoverForm({ row }: { readonly row: Row }) {
  const t = useT();
  const { me } = useViewer();
  const [to, setTo] = useState<string>();
  return (
    <ComposerForm
      row={row}
      op="ticket.handover"
      args={to === undefined ? undefined : { to }}
      submit={t('desk.handover.send')}
    >
      <PersonField
        label={t('desk.handover.label')}
        hint={t('desk.handover.hint')}
        except={[me?.id, row.ticket.owner?.person].filter((id) => id !== undefined)}
        onName={setTo}
      />
    </ComposerForm>
  );
}
