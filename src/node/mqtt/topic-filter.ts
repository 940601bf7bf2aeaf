/** A topic as filters look at it: made once for each message, whoever wants it. */
export interface TopicLevels {
  readonly levels: readonly string[];
  /** its first level begins with `$`: no wildcard means it */
  readonly hidden: boolean;
}

export const levelsOf = (topic: string): TopicLevels => ({
  levels: topic.split('/'),
  hidden: topic.startsWith('$'),
});

/**
 * Matching of MQTT topic filters (MQTT 5, section 4.7): `+` is one level, a final `#` is any number of levels
 * including none, and neither matches a first level that begins with `$`. `$share/<group>/` is looked through.
 * @returns whether a topic is meant
 */
export function matcher(filter: string): (topic: TopicLevels) => boolean {
  const want = filter.split('/');
  if (want[0] === '$share') want.splice(0, 2);
  const isWild = (part: string | undefined) => part === '#' || part === '+';
  const open = want.at(-1) === '#';
  const named = want.flatMap((part, i) => (isWild(part) ? [] : [[i, part] as const]));
  const [least, beginsWild] = [want.length - (open ? 1 : 0), isWild(want[0])];
  return ({ levels, hidden }) => {
    if (levels.length < least || (!open && levels.length > least) || (hidden && beginsWild)) return false;
    for (const [i, part] of named) if (levels[i] !== part) return false;
    return true;
  };
}
