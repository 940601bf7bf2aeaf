import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asyncApi } from './document.ts';

/** Writes the wire contract as an AsyncAPI document, for other implementers and their tools. */
const root = join(import.meta.dirname, '../..');
const file = join(root, 'out/asyncapi.json');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(asyncApi(version), null, 2)}\n`);
console.log(`written: ${file}`);
