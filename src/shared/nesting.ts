/**
 * Whether JSON text nests deeper than `most`. What reads JSON by recursion (a schema, JSON.stringify) would break
 * off in the middle: such a message is refused before anybody reads it.
 */
export function nestsDeeper(json: string, most: number): boolean {
  if (json.length <= most) return false;
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const c = json[i];
    if (quoted) {
      if (c === '\\') i += 1;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '[' || c === '{') {
      depth += 1;
      if (depth > most) return true;
    } else if (c === ']' || c === '}') depth -= 1;
  }
  return false;
}
