import type { CommandId, PersonId } from '../../../shared/ids.ts';
import { LightingPlan } from '../../../shared/lighting/model.ts';
import { type LightingVersion, MOST_VERSIONS, type PlanHead } from '../../../shared/lighting/version.ts';
import type { Instant } from '../../../shared/wire/time.ts';
import type { Db, Tables } from '../../store/tables.ts';

/** A version of the plan as it was brought into force. */
export type KeptVersion = PlanHead & { readonly plan: LightingPlan };

type Row = Tables['lighting_plan'];

/** @returns undefined where this program can't read what it says */
function read({
  version,
  since,
  person,
  name,
  motive,
  restores,
  command,
  json,
}: Row): KeptVersion | undefined {
  const { data: plan } = LightingPlan.safeParse(JSON.parse(json));
  return (
    plan && {
      version,
      since: since as Instant,
      by:
        person === null
          ? { kind: 'file' }
          : { kind: 'person', person: person as PersonId, name: name ?? person },
      ...(motive !== null && { motive }),
      ...(restores !== null && { restores }),
      ...(command !== null && { command: command as CommandId }),
      plan,
    }
  );
}

/** Those that are shown, the latest first. */
export async function latestVersions(db: Db): Promise<readonly KeptVersion[]> {
  const rows = await db
    .selectFrom('lighting_plan')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(MOST_VERSIONS)
    .execute();
  return rows.flatMap((row) => read(row) ?? []);
}

export async function versionOf(db: Db, version: number): Promise<KeptVersion | undefined> {
  const row = await db
    .selectFrom('lighting_plan')
    .selectAll()
    .where('version', '=', version)
    .executeTakeFirst();
  return row && read(row);
}

/** Keeps a version for good. */
export async function keepVersion(db: Db, kept: KeptVersion): Promise<void> {
  const { version, since, by, motive, restores, command, plan } = kept;
  const [person, name] = by.kind === 'person' ? [by.person, by.name] : [null, null];
  const row: Row = {
    version,
    since,
    json: JSON.stringify(plan),
    person,
    name,
    motive: motive ?? null,
    restores: restores ?? null,
    command: command ?? null,
  };
  await db
    .insertInto('lighting_plan')
    .values(row)
    .onConflict((oc) => oc.column('version').doUpdateSet(row))
    .execute();
}

/** As seats are told of it. */
export const shown = (kept: KeptVersion): LightingVersion => ({ v: 1, id: String(kept.version), ...kept });

/** What a reply says of it. */
export const headOf = ({ plan: _, ...head }: KeptVersion): PlanHead => head;
