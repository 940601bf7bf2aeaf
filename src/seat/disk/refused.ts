import { basename } from 'node:path';
import type { Copied } from '../../node/sqlite/copy.ts';
import type { StorageError } from '../../node/sqlite/errors.ts';
import type { Alert } from '../../shared/ipc/model.ts';

/** A file that could not be opened for writing: what is worked on is a copy that takes nothing. */
export interface Refused {
  readonly error: StorageError;
  readonly content: Copied['content'];
}

const CONTENT: Readonly<Record<Copied['content'], string>> = {
  whole: 'what it holds is shown',
  older: 'what was last written to it is not shown',
  nothing: 'nothing of it could be read',
};

export const fileOf = ({ error }: Refused): string => basename(error.path);

export const wordsOf = ({ error, content }: Refused): string => `${error.message}; ${CONTENT[content]}`;

export const alertKind = ({ kind }: StorageError): Alert['kind'] =>
  kind === 'read-only' ? 'read-only' : 'disk-full';
