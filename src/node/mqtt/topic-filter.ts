/**
 * Matching of MQTT topic filters (MQTT 5, section 4.7): `+` is one level, a final `#` is any number of levels
 * including none, and neither matches a first level that begins with `$`. `$share/<group>/` is looked through.
 */
export function matches(filter: string, topic: string): boolean {
  const want = filter.split('/');
  if (want[0] === '$share') want.splice(0, 2);
  const have = topic.split('/');
  const hidden = topic.startsWith('$');
  for (const [i, part] of want.entries()) {
    const wild = part === '#' || part === '+';
    if (wild && i === 0 && hidden) return false;
    if (part === '#') return true;
    const level = have[i];
    if (level === undefined || (!wild && part !== level)) return false;
  }
  return want.length === have.length;
}
