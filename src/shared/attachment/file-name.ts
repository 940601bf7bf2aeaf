import type { MediaType } from './media-type.ts';

/** Characters. File systems take 255 bytes; a letter may be four of them, and copies get « (2) ». */
export const LONGEST_NAME = 60;

/**
 * Separators of paths, what Windows refuses in a name, control characters, and what can't be seen: marks that turn the
 * direction of writing (« facture‮fdp.exe » reads « facture exe.pdf ») or have no width.
 */
export const UNFIT_IN_NAME = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

const EXTENSIONS: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'text', 'log', 'csv', 'md'],
};
/** Names of devices, which Windows opens instead of a file, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file's name as people may read it and file systems take it: without folders, ending as files of its type do, so
 * that what is saved opens as what it is.
 * @param type told by its bytes
 * @param nameless what it is called where nothing is left
 */
export function cleanName(given: string, type: MediaType, nameless = 'fichier'): string {
  const base = given.split(/[\\/]/).at(-1) ?? '';
  const seen = base
    .normalize('NFC')
    .replaceAll(new RegExp(UNFIT_IN_NAME, 'gu'), '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [usual, ...others] = EXTENSIONS[type];
  const said = /\.([a-z0-9]{1,5})$/i.exec(seen)?.[1]?.toLowerCase();
  const fits = said !== undefined && [usual, ...others].includes(said);
  const extension = fits ? said : usual;
  const stem = trimmed(fits ? seen.slice(0, -said.length - 1) : seen);
  const short = trimmed([...stem].slice(0, MOST_OF_STEM).join('').slice(0, MOST_OF_STEM));
  const named = short.replace(/\p{Cs}/u, '') || nameless;
  return `${DEVICE.test(named) ? `_${named}` : named}.${extension}`;
}

/** Room for the mark before a device's name, the dot and the longest extension. */
const MOST_OF_STEM = LONGEST_NAME - 6;
/** Windows drops dots and blanks at the end, and hides what begins with a dot elsewhere. */
const trimmed = (text: string): string => text.replaceAll(/^[. ]+|[. ]+$/g, '');
