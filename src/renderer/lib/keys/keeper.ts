/** No form takes longer to come; what was typed is given back by then, ms. */
export const KEEPS_MS = 15_000;

/** What takes text: a field of the page. */
type Field = Pick<HTMLInputElement, 'value' | 'setRangeText' | 'dispatchEvent'>;

export interface Keeper {
  readonly isOn: () => boolean;
  /** from now on what is typed is kept for the field that comes */
  readonly begin: () => void;
  /** keeps a key, or takes the last one back. @returns whether it is taken: nothing else may come of it */
  readonly press: (event: Pick<KeyboardEvent, 'key'>) => boolean;
  /** the field is there: what was typed is written into it, as if it had been typed there */
  readonly land: (field: Field) => void;
  /** no field comes: what was typed is told */
  readonly giveBack: () => void;
}

/** Keeps what is typed between the key that opens a form and the form. @param lost is told what found no field */
export function createKeeper(lost: (typed: string) => void): Keeper {
  let text: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function end(): string {
    const typed = text ?? '';
    clearTimeout(timer);
    text = undefined;
    return typed;
  }
  function giveBack(): void {
    const typed = end();
    if (typed !== '') lost(typed);
  }
  return {
    isOn: () => text !== undefined,
    begin() {
      clearTimeout(timer);
      text ??= '';
      timer = setTimeout(giveBack, KEEPS_MS);
    },
    press({ key }) {
      if (text === undefined) return false;
      if ([...key].length === 1) text += key;
      else if (key === 'Backspace') text = [...text].slice(0, -1).join('');
      else if (key === 'Escape') giveBack();
      else return key === 'Enter'; // it would press what has the focus
      return true;
    },
    land(field) {
      const typed = end();
      if (typed === '') return;
      field.setRangeText(typed, field.value.length, field.value.length, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: typed }));
    },
    giveBack,
  };
}
