import { streetHead, streetLines } from '../../../../shared/energy/csv.ts';
import type { Uncertainty } from '../../../../shared/energy/saving.ts';
import type { Locale } from '../../../../shared/i18n/index.ts';
import type { EnergyAnswer, EnergyWish } from '../../../../shared/ipc/energy.ts';
import { type Day, daysAfter } from '../../../../shared/lighting/local-time.ts';

/** Days that are asked for at once: some megabytes. */
const PIECE_DAYS = 7;

interface StreetFileOptions {
  readonly ask: (wish: EnergyWish) => Promise<EnergyAnswer>;
  /** waits between two questions, so that the hub has time for the room's others */
  readonly pause: () => Promise<void>;
  readonly nameOf: (district: string) => string;
  readonly uncertainty: Uncertainty;
  /** of whoever is to open it */
  readonly locale: Locale;
  /** 0–1 */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Weeks from the first day to the last, the last one perhaps shorter. */
export function piecesOf(first: Day, last: Day): readonly { readonly from: Day; readonly to: Day }[] {
  const pieces: { from: Day; to: Day }[] = [];
  for (let from = first; from <= last; from = daysAfter(from, PIECE_DAYS)) {
    const to = daysAfter(from, PIECE_DAYS - 1);
    pieces.push({ from, to: to < last ? to : last });
  }
  return pieces;
}

/**
 * A file with a line for each street and day. It is asked for and written week by week, each piece handed to the
 * browser at once, which keeps large ones on its disk: the window never has more than a week of it.
 * @returns the file, or why the hub did not answer; undefined where it was given up
 */
export async function streetFile(
  first: Day,
  last: Day,
  { ask, pause, nameOf, uncertainty, locale, onProgress, signal }: StreetFileOptions,
): Promise<Blob | Exclude<EnergyAnswer['kind'], 'found'> | undefined> {
  const parts = [new Blob([streetHead(locale)])];
  const pieces = piecesOf(first, last);
  for (const [n, piece] of pieces.entries()) {
    onProgress(n / pieces.length);
    const answer = await ask({ by: 'streetDay', ...piece });
    if (signal.aborted) return undefined;
    if (answer.kind !== 'found') return answer.kind;
    parts.push(new Blob([streetLines(answer.rows, nameOf, uncertainty, locale)]));
    await pause();
  }
  return new Blob(parts, { type: 'text/csv' });
}
