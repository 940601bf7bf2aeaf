import { useState } from 'react';
import styles from './Form.module.css';

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly invalid?: boolean;
  readonly onValue: (value: number) => void;
}

/** A whole number with its unit, in a row of a form. What is no number yet is not taken; leaving it shows what holds. */
export function NumberInput({ label, value, unit, invalid = false, onValue }: NumberInputProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <span className={styles.number}>
      <input
        aria-label={label}
        aria-invalid={invalid || (typed !== undefined && !isWhole(typed))}
        className={styles.input}
        inputMode="numeric"
        maxLength={5}
        value={typed ?? String(value)}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isWhole(target.value)) onValue(Number(target.value.trim()));
        }}
        onBlur={() => setTyped(undefined)}
      />
      <span className={styles.unit}>{unit}</span>
    </span>
  );
}

const isWhole = (said: string): boolean => /^\s*-?\d+\s*$/.test(said);
