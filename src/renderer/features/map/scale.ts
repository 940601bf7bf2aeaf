/** A round length on the ground and how long it is on the screen. */
export interface Scale {
  readonly metres: number;
  readonly pixels: number;
}

/** The largest 1, 2 or 5 times a power of ten that is no longer than `most` pixels. */
export function roundScale(metresPerPixel: number, most = 100): Scale {
  const longest = metresPerPixel * most;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = ([5, 2, 1].find((n) => n * power <= longest) ?? 1) * power;
  return { metres, pixels: metres / metresPerPixel };
}
