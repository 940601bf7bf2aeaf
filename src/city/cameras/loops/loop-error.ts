import { exitCodes, PlainError } from '../../../node/process/plain-error.ts';

/** Why a loop could not be made. */
export type LoopErrorReason = 'ffmpeg-missing' | 'no-libx264' | 'disk-full' | 'not-writable' | 'failed';

/** One that `failed` may succeed when it is tried again; the others want somebody to look. */
const codes: Readonly<Record<LoopErrorReason, number>> = {
  'ffmpeg-missing': exitCodes.config,
  'no-libx264': exitCodes.config,
  'disk-full': exitCodes.storage,
  'not-writable': exitCodes.storage,
  failed: exitCodes.bug,
};

/** A loop could not be made; the message says what to do about it. */
export class LoopError extends PlainError {
  override readonly name = 'LoopError';
  readonly reason: LoopErrorReason;

  constructor(reason: LoopErrorReason, message: string, options?: ErrorOptions) {
    super(codes[reason], [message], options);
    this.reason = reason;
  }
}

/** Names what went wrong with a file or a folder. */
export function fileError(error: unknown, path: string): LoopError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new LoopError('not-writable', `camera loops can't be written to ${path} (${code})`, {
      cause: error,
    });
  }
  return new LoopError('failed', `camera loops can't be kept in ${path}: ${String(error)}`, { cause: error });
}

export function diskFull(path: string, cause?: unknown): LoopError {
  return new LoopError('disk-full', `no space left for camera loops in ${path}; they need about 60 MB`, {
    cause,
  });
}
