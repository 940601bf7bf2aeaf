import { strict } from '../lacking.ts';

function unavailable(doing: string): never {
  throw new Error(`Error while ${doing} with safeStorage: Encryption is not available.`);
}

/** Electron's `safeStorage` where there is no keyring: an application must then keep no secret on disk. */
export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): string => 'basic_text',
  encryptString: (_text: string): Buffer => unavailable('encrypting'),
  decryptString: (_data: Buffer): string => unavailable('decrypting'),
});
