import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LackingError, strict } from '../lacking.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  try {
    const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return new Response(await readFile(path), { headers: { 'content-type': type } });
  } catch (error) {
    throw new Error('net::ERR_FILE_NOT_FOUND', { cause: error });
  }
}

/** Electron's `net`: files, and what Node's fetch can get (no session, no cookies, no proxy settings). */
export const net = strict('net', {
  async fetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    // Electron's own; those of the standard are for Node's fetch to judge.
    if ('bypassCustomProtocolHandlers' in init)
      throw new LackingError('net.fetch with bypassCustomProtocolHandlers');
    const url = input instanceof Request ? input.url : String(input);
    return url.startsWith('file:') ? fetchFile(url) : fetch(input, init);
  },
});
