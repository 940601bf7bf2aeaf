import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** A parsed ICU message: its literal pieces and the names of its arguments; a plural in one language may be plain in another. */
export interface Message {
  readonly literals: readonly string[];
  readonly args: readonly string[];
}

function walk(elements: readonly MessageFormatElement[], literals: string[], args: Set<string>): void {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.literal:
        literals.push(element.value);
        break;
      case TYPE.pound:
        break;
      case TYPE.tag:
        args.add(`<${element.value}>`);
        walk(element.children, literals, args);
        break;
      case TYPE.select:
      case TYPE.plural:
        args.add(`{${element.value}}`);
        for (const option of Object.values(element.options)) walk(option.value, literals, args);
        break;
      default:
        args.add(`{${element.value}}`);
    }
  }
}

/** @throws SyntaxError when it is not an ICU message */
export function readMessage(text: string): Message {
  const literals: string[] = [];
  const args = new Set<string>();
  walk(parse(text), literals, args);
  return { literals, args: [...args].sort() };
}

const fixed = '[\\u00a0\\u202f]';
const spaceMissing = new RegExp(`(?<!${fixed})(?<![;!?…])[;!?»]|(?<!${fixed}):(?=\\s|$)|«(?!${fixed})`);

/** @returns the piece at fault where a mark that French sets off with a fixed space has none */
export function frenchSpacingFault(literal: string): string | undefined {
  const at = spaceMissing.exec(literal)?.index;
  return at === undefined ? undefined : literal.slice(Math.max(0, at - 12), at + 6);
}
