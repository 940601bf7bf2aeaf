import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Findings } from './finding.ts';

interface Schema {
  readonly definitions: {
    readonly FuseOptionsV1: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

/** Signing an unsigned build on Apple's silicon: no hardening of ours, and there is no build for macOS. */
const NOT_A_FUSE = 'resetAdHocDarwinSignature';

/** Whether the installers' description fits electron-builder's own schema, and says every fuse. */
export function checkInstaller(root: string): Findings {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const scheme = readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8');
  return { faults: installerFaults(text, scheme), looked: 'electron-builder.yml' };
}

/** @param yaml electron-builder.yml @param scheme electron-builder's JSON schema */
export function installerFaults(yaml: string, scheme: string): readonly string[] {
  const schema = JSON.parse(scheme) as Schema;
  const config = parse(yaml) as { electronFuses?: Readonly<Record<string, unknown>> };
  const ajv = new Ajv({ allErrors: true, strict: false });
  const valid = ajv.validate(schema, config);
  const unsaid = Object.keys(schema.definitions.FuseOptionsV1.properties).filter(
    (fuse) => fuse !== NOT_A_FUSE && typeof config.electronFuses?.[fuse] !== 'boolean',
  );
  return [
    ...(valid ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)),
    ...unsaid.map((fuse) => `/electronFuses/${fuse}: is not said`),
  ];
}
