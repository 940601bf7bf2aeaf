/** Without the spaces and line ends that nobody sees. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
