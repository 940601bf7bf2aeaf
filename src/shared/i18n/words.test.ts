import { expect, test } from 'vitest';
import { catalogues } from './index.ts';

/** What operators would take for two things, or read in another language than theirs. */
const wrong = (words: RegExp, messages: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(messages).flatMap(([id, text]) => {
    const read = text.replaceAll(/\{[^{}]*\}/g, '');
    return words.test(read) ? [`${id}: ${text}`] : [];
  });

test('« salle » is people, their place and its clock: what answers, refuses or is away is the « concentrateur »', () => {
  const answers =
    /\b[lL]a salle (?:n[’ ]|ne |a (?:refusé|répondu|reçu|fermé)|est |refuse|répond|rend)|(?:par|sans|à) la salle (?:est|a)|\bhub\b/u;
  expect(wrong(answers, catalogues.fr)).toEqual([]);
  expect(
    wrong(
      /\b[Tt]he room (?:can|did not|does|has|is|was|must|refuses|answers|returns)\b/,
      catalogues.en,
    ).filter((entry) => !/whole room/.test(entry)),
  ).toEqual([]);
});

test('one thing has one French word: quartier, départ, lampadaire, main courante', () => {
  expect(wrong(/\bsecteurs?\b|\bcircuits?\b|\bau journal\b|\ble journal le\b/iu, catalogues.fr)).toEqual([]);
});
