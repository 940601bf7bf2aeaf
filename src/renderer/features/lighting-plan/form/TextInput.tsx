import { useState } from 'react';
import styles from './Form.module.css';

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly invalid?: boolean;
  /** @returns whether what was typed is something, and was taken */
  readonly onText: (text: string) => boolean;
}

/** A time, a day: half of one is none yet, and leaving the field shows what holds. */
export function TextInput({ label, value, placeholder, invalid = false, onText }: TextInputProps) {
  const [typed, setTyped] = useState<string>();
  const [isTaken, setTaken] = useState(true);
  return (
    <input
      aria-label={label}
      aria-invalid={invalid || !isTaken}
      className={styles.input}
      value={typed ?? value}
      placeholder={placeholder}
      onChange={({ target }) => {
        setTyped(target.value);
        setTaken(onText(target.value.trim()));
      }}
      onBlur={() => {
        setTyped(undefined);
        setTaken(true);
      }}
    />
  );
}
