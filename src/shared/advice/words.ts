import { folded } from '../i18n/folded.ts';

/** Case, accents, apostrophes and stops away, one space between words and one at each end. */
export const plainWords = (text: string): string =>
  ` ${folded(text)
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** « pas de fumée », « sans blessé », « ni flammes »: what is said not to be. */
const DENIED = / (?:pas|plus|sans|aucune?|ni|non) (?:de |d |du |un |une )?$/;

/**
 * Which expressions a text says, and does not deny. An expression is folded words; its last one may go on, unless it
 * ends with a space: « fum » is in « fumée » and « fument ».
 * @param text from `plainWords`
 */
export function saidIn(text: string, expressions: readonly string[]): readonly string[] {
  return expressions.filter((expression) => isSaid(text, expression)).map((expression) => expression.trim());
}

function isSaid(text: string, expression: string): boolean {
  for (let at = text.indexOf(` ${expression}`); at >= 0; at = text.indexOf(` ${expression}`, at + 1))
    if (!DENIED.test(text.slice(0, at + 1))) return true;
  return false;
}
