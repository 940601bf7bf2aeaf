import type { KeyboardEvent } from 'react';
import { digitOf } from '../lib/keys/match.ts';

/**
 * One of a group of radio buttons by its digit: it is ticked and has the keyboard, so that the ring stands where the
 * tick does. To be heard by the group; the buttons in it are in the order of the choices.
 */
export function chooseByDigit<T>(
  event: KeyboardEvent<HTMLElement>,
  choices: readonly T[],
  onChoose: (choice: T) => void,
): void {
  const n = (digitOf(event.nativeEvent) ?? 0) - 1;
  const chosen = choices[n];
  if (chosen === undefined) return;
  onChoose(chosen);
  event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=radio]')[n]?.focus();
}
