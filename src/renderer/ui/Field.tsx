import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';

interface LabelledProps {
  readonly label: string;
  /** what to write, or why it matters */
  readonly hint?: string | undefined;
  /** what is wrong with it; turns the edge and is read with the field */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}

interface FrameProps extends LabelledProps {
  readonly id: string;
  readonly children: ReactNode;
}
/** Label above, control, then hint or error below. */
export function FieldFrame({ id, label, hint, error, className, children }: FrameProps) {
  return (
    <div className={classes(styles.frame, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      {error !== undefined ? (
        <p id={`${id}-note`} className={styles.error}>
          {error}
        </p>
      ) : (
        hint !== undefined && (
          <p id={`${id}-note`} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

const described = (id: string, { hint, error }: LabelledProps) => ({
  'aria-describedby': hint === undefined && error === undefined ? undefined : `${id}-note`,
  'aria-invalid': error !== undefined,
});
const own = <P extends LabelledProps>({ label, hint, error, className, ...rest }: P) => rest;

export function Field(props: LabelledProps & Omit<ComponentProps<'input'>, 'className'>) {
  const id = useId();
  return (
    <FieldFrame {...props} id={id}>
      <input {...own(props)} {...described(id, props)} id={id} className={styles.control} />
    </FieldFrame>
  );
}

export function TextArea(props: LabelledProps & Omit<ComponentProps<'textarea'>, 'className'>) {
  const id = useId();
  return (
    <FieldFrame {...props} id={id}>
      <textarea rows={3} {...own(props)} {...described(id, props)} id={id} className={styles.area} />
    </FieldFrame>
  );
}

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}
interface SelectProps<V extends string> extends LabelledProps {
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChoose: (value: V) => void;
}
export function Select<V extends string>(props: SelectProps<V>) {
  const id = useId();
  return (
    <FieldFrame {...props} id={id}>
      <select
        {...described(id, props)}
        id={id}
        value={props.value}
        className={styles.control}
        onChange={(event) => props.onChoose(event.target.value as V)}
      >
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
