import { type ReactNode, useRef } from 'react';
import type { StreetBook } from '../../../../shared/geo/street-book.ts';
import { Service } from '../../../../shared/ticket/model.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Field, Select, TextArea } from '../../../ui/index.ts';
import styles from './DraftForm.module.css';
import type { Draft, DraftField } from './draft.ts';
import { KindField } from './KindField.tsx';
import { PlaceField } from './PlaceField.tsx';
import { PriorityChoice } from './PriorityChoice.tsx';
import { ProposedPriority } from './Proposals.tsx';
import { priorityFor } from './proposed.ts';
import { useLocalTime } from './use-local-time.ts';

interface DraftFieldsProps {
  readonly draft: Draft;
  /** of the whole city; empty while they are not known: free text still serves */
  readonly streets: StreetBook;
  readonly missing: readonly DraftField[];
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onMap: () => void;
  /** what is known of the same event, under the place */
  readonly same: ReactNode;
}

/**
 * What is said of a ticket, when it is opened and when it is corrected: what, where, who, in the order in which it is
 * said on the telephone, then what can wait. A kind that is chosen leads on to the place.
 */
export function DraftFields({ draft, streets, missing, onChange, onMap, same }: DraftFieldsProps) {
  const t = useT();
  const localTime = useLocalTime();
  const place = useRef<HTMLInputElement>(null);
  const error = (field: DraftField) => (missing.includes(field) ? t(`desk.new.missing.${field}`) : undefined);
  return (
    <>
      <KindField
        draft={draft}
        error={error('kind')}
        onChange={onChange}
        onChosen={() => draft.place === '' && place.current?.focus()}
      />
      <PriorityChoice draft={draft} onChoose={(priority) => onChange({ priority })} />
      <div className={styles.whole}>
        <ProposedPriority
          advice={priorityFor(draft, localTime())}
          chosen={draft.priority}
          onTake={(priority) => onChange({ priority })}
        />
      </div>
      <div className={styles.whole}>
        <PlaceField
          draft={draft}
          streets={streets}
          error={error('place')}
          inputRef={place}
          onChange={onChange}
          onMap={onMap}
        />
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
      <Field
        label={t('desk.new.titleField')}
        error={error('title')}
        value={draft.title}
        maxLength={160}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <Select
        label={t('desk.new.service')}
        value={draft.service}
        choices={Service.options.map((value) => ({ value, label: t(`desk.service.${value}`) }))}
        onChoose={(service) => onChange({ service })}
      />
    </>
  );
}
