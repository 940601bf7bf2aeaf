import { useMemo, useState } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { Combobox, type ComboboxOption } from '../../../ui/index.ts';
import { useBoard } from '../board.ts';
import type { Row } from '../model.ts';
import { useFound } from '../queue/search.ts';
import { ComposerForm } from '../ticket/ComposerForm.tsx';
import { shortRef } from '../words.ts';
import { linkable } from './linkable.ts';
import { linksOf } from './links.ts';

/** Links the ticket with another, which is looked for as in the queue: by number, words, place or notes. */
export function LinkForm({ row }: { readonly row: Row }) {
  const t = useT();
  const rows = useBoard((board) => board.rows);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>();
  const found = useFound(chosen === undefined ? text : '');
  const hits = useMemo(() => {
    const linked = new Set(linksOf(row, rows).map(({ id }) => id));
    return linkable(row.ticket, rows, linked, text, found);
  }, [row, rows, text, found]);
  const options: readonly ComboboxOption[] = hits.map(({ ticket }) => ({
    id: ticket.id,
    label: `${shortRef(ticket, t)} ${ticket.title}`,
    detail: `${ticket.place.label} · ${t(ticket.state === 'closed' ? 'desk.closed' : `queue.state.${ticket.state}`)}`,
  }));
  return (
    <ComposerForm
      row={row}
      op="ticket.link"
      args={chosen === undefined ? undefined : { ticket: chosen }}
      submit={t('links.send')}
    >
      <Combobox
        label={t('links.label')}
        hint={t('links.hint')}
        value={text}
        options={chosen === undefined ? options : []}
        emptyLabel={t(chosen === undefined ? 'links.none' : 'links.chosen')}
        onType={(typed) => {
          setText(typed);
          setChosen(undefined);
        }}
        onChoose={({ id, label }) => {
          setText(label);
          setChosen(id);
        }}
      />
    </ComposerForm>
  );
}
