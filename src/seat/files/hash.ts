import { createHash } from 'node:crypto';
import type { Sha256 } from '../../shared/attachment/model.ts';

/** By which bytes are known everywhere. */
export const hashOf = (bytes: Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;
