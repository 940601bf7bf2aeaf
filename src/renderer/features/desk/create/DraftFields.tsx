import { useEffect, useState } from 'react';
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

interface DraftFieldsProps {
  readonly draft: Draft;
  /** of the whole city; none while they are not known: free text still serves */
  readonly streets: readonly NamedStreet[];
  readonly missing: readonly DraftField[];
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What is said of a ticket, when it is opened and when it is corrected. */
export function DraftFields({ draft, streets, missing, onChange }: DraftFieldsProps) {
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
        <PlaceField draft={draft} streets={streets} error={error('place')} onChange={onChange} />
      </div>
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
  const options = TICKET_KINDS.map(({ id, priority }) => ({
    id,
    label: kindOf(t, id),
    detail: t(`priority.${priority}`),
  })).filter(({ label }) => words.every((word) => folded(label).includes(word)));
  return (
    <Combobox
      label={t('desk.new.kind')}
      error={error}
      value={text}
      options={options}
      emptyLabel={t('desk.new.noKind')}
      onType={setText}
      onChoose={(option) => {
        setText(option.label);
        onChange(withKind(draft, option.id, option.label));
      }}
    />
  );
}
