import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { LinkOptions } from '../mqtt/types.ts';
import { ConfigError } from './error.ts';
import { readNamedFile } from './named-file.ts';

/** How a program's configuration says who it is at the broker. */
export interface LoginConfig {
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** goes before `password` */
  readonly passwordFile?: string | undefined;
  readonly tls?:
    | { readonly ca: string; readonly cert?: string | undefined; readonly key?: string | undefined }
    | undefined;
}

export type Login = Pick<LinkOptions, 'username' | 'password' | 'tls'>;

/**
 * Reads the files of a login: password and certificates.
 * @param above where in the configuration the login stands, such as `mqtt.`
 * @throws ConfigError for a file that can't be read, or that holds no certificate or key
 */
export function readLogin({ username, password, passwordFile, tls }: LoginConfig, above = ''): Login {
  const secret =
    passwordFile === undefined ? password : readNamedFile(passwordFile, `${above}passwordFile`).trim();
  return {
    ...(username === undefined ? {} : { username }),
    ...(secret === undefined ? {} : { password: secret }),
    ...(tls === undefined ? {} : { tls: readCertificates(tls, `${above}tls`) }),
  };
}

function readCertificates(files: NonNullable<LoginConfig['tls']>, above: string): NonNullable<Login['tls']> {
  const names = ['ca', 'cert', 'key'] as const;
  const texts = names.flatMap((name) => {
    const path = files[name];
    return path === undefined ? [] : [[name, readNamedFile(path, `${above}.${name}`)] as const];
  });
  const tls: NonNullable<Login['tls']> = Object.fromEntries(texts);
  try {
    // Node takes any text for an authority, and trusts nobody then.
    if (tls.ca !== undefined) new X509Certificate(tls.ca);
    createSecureContext(tls);
  } catch (error) {
    const said = `these files can't be used as certificates and key (PEM): ${(error as Error).message}`;
    throw new ConfigError([`${above}: ${said}`], { cause: error });
  }
  return tls;
}
