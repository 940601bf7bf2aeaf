import { type ReactNode, useEffect, useState } from 'react';
import { kindOfWords } from '../../../../shared/advice/kind.ts';
import type { NamedStreet } from '../../../../shared/geo/named-street.ts';
import { folded } from '../../../../shared/i18n/folded.ts';
import { TICKET_KINDS } from '../../../../shared/ticket/kinds.ts';
import { Service } from '../../../../shared/ticket/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Combobox, Field, Select, TextArea } from '../../../ui/index.ts';
import { kindOf } from '../words.ts';
import styles from './DraftForm.module.css';
import { type Draft, type DraftField, withKind } from './draft.ts';
import { PlaceField } from './PlaceField.tsx';
import { PriorityChoice } from './PriorityChoice.tsx';
import { ProposedPriority } from './Proposals.tsx';
import { priorityFor } from './proposed.ts';

interface DraftFieldsProps {
  readonly draft: Draft;
  /** of the whole city; none while they are not known: free text still serves */
  readonly streets: readonly NamedStreet[];
  readonly missing: readonly DraftField[];
  readonly onChange: (change: Partial<Draft>) => void;
  /** what is known of the same event, under the place */
  readonly same: ReactNode;
}

/** What is said of a ticket, when it is opened and when it is corrected. */
export function DraftFields({ draft, streets, missing, onChange, same }: DraftFieldsProps) {
  const t = useT();
  const error = (field: DraftField) => (missing.includes(field) ? t(`desk.new.missing.${field}`) : undefined);
  return (
    <>
      <KindField draft={draft} error={error('kind')} onChange={onChange} />
      <Select
        label={t('desk.new.service')}
        value={draft.service}
        choices={Service.options.map((value) => ({ value, label: t(`desk.service.${value}`) }))}
        onChoose={(service) => onChange({ service })}
      />
      <Field
        label={t('desk.new.titleField')}
        error={error('title')}
        value={draft.title}
        maxLength={160}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <PriorityChoice draft={draft} onChoose={(priority) => onChange({ priority })} />
      <div className={styles.whole}>
        <ProposedPriority
          advice={priorityFor(draft, new Date())}
          chosen={draft.priority}
          onTake={(priority) => onChange({ priority })}
        />
      </div>
      <div className={styles.whole}>
        <PlaceField draft={draft} streets={streets} error={error('place')} onChange={onChange} />
      </div>
      {same}
      <Field
        label={t('desk.new.caller')}
        value={draft.caller}
        maxLength={120}
        onChange={(event) => onChange({ caller: event.target.value })}
      />
      <Field
        label={t('desk.new.number')}
        type="tel"
        value={draft.number}
        maxLength={40}
        onChange={(event) => onChange({ number: event.target.value })}
      />
      <div className={styles.whole}>
        <TextArea
          label={t('desk.new.description')}
          value={draft.description}
          maxLength={4_000}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </div>
    </>
  );
}

interface KindFieldProps {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onChange: (draft: Draft) => void;
}
function KindField({ draft, error, onChange }: KindFieldProps) {
  const t = useT();
  const [text, setText] = useState(draft.kindText);
  useEffect(() => setText(draft.kindText), [draft.kindText]);
  const words = text === draft.kindText ? [] : folded(text).split(/\s+/).filter(Boolean);
  const named = TICKET_KINDS.filter(({ id }) =>
    words.every((word) => folded(kindOf(t, id)).includes(word)),
  ).map(({ id, priority }) => ({
    id: id as string,
    label: kindOf(t, id),
    detail: t(`priority.${priority}`),
  }));
  // What is typed is no kind's name: what the caller says, perhaps, and the words of a kind.
  const meant = words.length > 0 ? kindOfWords(text) : undefined;
  const options =
    named.length > 0 || meant === undefined
      ? named
      : [
          {
            id: meant.kind as string,
            label: kindOf(t, meant.kind),
            detail: t('draft.byWords', { words: meant.words.join(', ') }),
          },
        ];
  return (
    <Combobox
      label={t('desk.new.kind')}
      hint={t('draft.kindHint')}
      error={error}
      value={text}
      options={options}
      emptyLabel={t('desk.new.noKind')}
      onType={setText}
      onChoose={(option) => {
        setText(option.label);
        const said =
          named.length === 0 && draft.title.trim() === '' ? { ...draft, title: text.trim() } : draft;
        onChange(withKind(said, option.id, option.label));
      }}
    />
  );
}
