/** Folds case and accents away, so that « helene » finds « Hélène ». */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
