/** « 06 •• •• •• 41 »: enough to tell two callers apart, not enough to be overread. */
export function masked(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (digits.length < 6) return '••';
  const hidden = Math.ceil((digits.length - 4) / 2);
  return [digits.slice(0, 2), ...Array.from({ length: hidden }, () => '••'), digits.slice(-2)].join('\u00a0');
}
