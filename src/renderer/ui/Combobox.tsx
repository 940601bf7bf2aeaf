import { Combobox as AriaCombobox, ComboboxItem, ComboboxPopover, ComboboxProvider } from '@ariakit/react';
import { type Ref, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { FieldFrame } from './Field.tsx';
import popover from './Popover.module.css';

export interface ComboboxOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
}
interface ComboboxProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly value: string;
  /** already narrowed to what was typed; a few dozen at most */
  readonly options: readonly ComboboxOption[];
  readonly emptyLabel: string;
  readonly onType: (text: string) => void;
  readonly onChoose: (option: ComboboxOption) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
}

/** A text field with proposals: typing narrows, arrows choose, Enter takes; free text stays possible. */
export function Combobox(props: ComboboxProps) {
  const id = useId();
  return (
    <ComboboxProvider value={props.value} setValue={props.onType} compositeElementInFocusOrder={false}>
      <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error}>
        <AriaCombobox
          id={id}
          ref={props.inputRef}
          autoFocus={props.autoFocus ?? false}
          // What stands there is replaced by what is typed, as where Tab leads into a field.
          onFocus={({ currentTarget }) => currentTarget.select()}
          autoSelect
          placeholder={props.placeholder ?? ''}
          aria-invalid={props.error !== undefined}
          className={styles.control}
        />
      </FieldFrame>
      <ComboboxPopover gutter={4} className={classes(popover.popover, popover.proposals)}>
        {props.options.map((option) => (
          <ComboboxItem
            key={option.id}
            value={option.label}
            setValueOnClick={false}
            className={popover.item}
            title={[option.label, option.detail].filter(Boolean).join(' · ')}
            onClick={() => props.onChoose(option)}
          >
            <span className="cut">{option.label}</span>
            {option.detail !== undefined && <span className={popover.detail}>{option.detail}</span>}
          </ComboboxItem>
        ))}
        {props.options.length === 0 && <div className={popover.empty}>{props.emptyLabel}</div>}
      </ComboboxPopover>
    </ComboboxProvider>
  );
}
