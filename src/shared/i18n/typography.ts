const NARROW = '\u202f'; // narrow no-break space
const FIXED = '\u00a0'; // no-break space

/**
 * French spacing for a catalogue entry written with plain spaces: narrow no-break before « ; : ! ? % », inside
 * guillemets and between thousands, no-break before units (Lexique des règles typographiques en usage à
 * l'Imprimerie nationale). Placeholders of ICU messages are left as they are.
 */
export function frenchSpaces(text: string): string {
  return (
    text
      // « ::.0 » of a number's skeleton is syntax, not a colon
      .replace(/ ([;!?%»]|:(?!:))/g, `${NARROW}$1`)
      .replace(/« /g, `«${NARROW}`)
      .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
      .replace(/([\d}#]) (?=(?:min|s|h|j|m|km|ms|ko|Mo|W|kWh)(?![\p{L}\d]))/gu, `$1${FIXED}`)
  );
}

/** A whole catalogue with its spaces put right. */
export function withFrenchSpaces<C extends Readonly<Record<string, string>>>(catalogue: C): C {
  return Object.fromEntries(Object.entries(catalogue).map(([id, text]) => [id, frenchSpaces(text)])) as C;
}
