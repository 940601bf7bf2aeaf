import { useEffect, useState } from 'react';
import { kindOfWords } from '../../../../shared/advice/kind.ts';
import { folded } from '../../../../shared/i18n/folded.ts';
import { TICKET_KINDS } from '../../../../shared/ticket/kinds.ts';
import { useT } from '../../../lib/i18n/index.tsx';
import { Combobox } from '../../../ui/index.ts';
import { kindOf } from '../words.ts';
import { type Draft, withKind } from './draft.ts';

interface KindFieldProps {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onChange: (draft: Draft) => void;
  readonly onChosen: () => void;
}
/** What it is: a kind by its name, or by words that the caller says. */
export function KindField({ draft, error, onChange, onChosen }: KindFieldProps) {
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
    named.length > 0 || words.length === 0
      ? named
      : [
          {
            id: (meant?.kind ?? 'other') as string,
            label: kindOf(t, meant?.kind ?? 'other'),
            // Whatever it is, it can be taken down: the words are kept as its title.
            detail: meant ? t('draft.byWords', { words: meant.words.join(', ') }) : t('draft.other'),
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
        onChange(withKind(draft, option.id, option.label, named.length === 0 ? text.trim() : ''));
        onChosen();
      }}
    />
  );
}
