import { strict } from '../lacking.ts';

export type CapturedImage = ReturnType<typeof capturedImage>;

/** The part of NativeImage that a captured page needs; `png` in base64. */
export function capturedImage(png: string) {
  const bytes = Buffer.from(png, 'base64');
  return strict('NativeImage', {
    toPNG: (): Buffer => bytes,
    toDataURL: (): string => `data:image/png;base64,${png}`,
    isEmpty: (): boolean => bytes.length === 0,
    /** From the header of the PNG (ISO 15948, IHDR). */
    getSize: () => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }),
  });
}
