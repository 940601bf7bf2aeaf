import type { MediaType } from './media-type.ts';
import { isText } from './plain-text.ts';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]; // %PDF-
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

const has = (bytes: Uint8Array, mark: readonly number[], at = 0): boolean =>
  bytes.length >= at + mark.length && mark.every((byte, i) => bytes[at + i] === byte);

/**
 * What a file is, by its first bytes (WHATWG MIME Sniffing, 6.1; ISO 32000-1, 7.5.2), or plain text in UTF-8.
 * HTML and SVG are text: they are shown as the characters that they are, never as pages.
 * @returns undefined for whatever is not taken
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  if (has(bytes, JPEG)) return 'image/jpeg';
  if (has(bytes, PNG)) return 'image/png';
  if (has(bytes, RIFF) && has(bytes, WEBP, 8)) return 'image/webp';
  if (has(bytes, PDF)) return 'application/pdf';
  return isText(bytes) ? 'text/plain' : undefined;
}
