import type { LightingPlanCommand } from '../../shared/lighting/command.ts';
import { unknownNames } from '../../shared/lighting/known-names.ts';
import type { LightingPlan } from '../../shared/lighting/model.ts';
import { LightingPlanFile } from '../../shared/lighting/plan-file.ts';
import {
  headOf,
  type KeptVersion,
  keepVersion,
  latestVersions,
  versionOf,
} from '../lighting/program/keep.ts';
import type { Unit } from '../store/unit.ts';
import { ACTS_WITHIN_MS, type Circumstance, type DeskContext, type Outcome } from './context.ts';
import { handle, type Known } from './handle.ts';

/**
 * `lightingPlan.*`: the city burns by another plan, at once or not at all. It is the next version of the one that its
 * author saw; where somebody else was faster nothing is changed, and the reply says who.
 */
export async function handleLightingPlan(
  unit: Unit,
  command: LightingPlanCommand,
  on: Circumstance,
  desk: DeskContext,
): Promise<Outcome> {
  const { outcome } = await handle(unit, command, on, desk, {
    about: 'lightingPlan:room',
    withinMs: ACTS_WITHIN_MS,
    target: { kind: 'lightingPlan' },
    judge: (who) => judge(unit, command, on, desk, who),
    told: ({ code }) => ({
      base: command.exp,
      ...(command.op === 'lightingPlan.restore' && { restores: command.args.version }),
      ...(code === 'OK' && { version: command.exp + 1 }),
    }),
  });
  return outcome;
}

async function judge(
  unit: Unit,
  command: LightingPlanCommand,
  { at }: Circumstance,
  { lightingPlans }: DeskContext,
  { person }: Known,
): Promise<Outcome> {
  const [inForce] = await latestVersions(unit.tx);
  // This hub programmes nothing: its configuration names no plan.
  if (lightingPlans.plan === undefined || inForce === undefined)
    return { code: 'BAD_STATE', field: 'target' };
  if (command.exp !== inForce.version) return { code: 'VERSION_CONFLICT', lightingPlan: headOf(inForce) };
  const wanted = await wantedBy(unit, command);
  if (!('plan' in wanted)) return wanted;
  const { plan } = wanted;
  if (plan.version !== command.exp + 1) return { code: 'INVALID', field: 'args.plan.version' };
  const [unknown] = unknownNames(plan, lightingPlans.names, inForce.plan);
  if (unknown !== undefined) return { code: 'INVALID', field: ['args.plan', ...unknown.path].join('.') };
  const version: KeptVersion = {
    version: plan.version,
    since: at,
    by: { kind: 'person', person: person.id, name: person.name },
    motive: command.motive,
    ...(command.op === 'lightingPlan.restore' && { restores: command.args.version }),
    command: command.cmd,
    plan,
  };
  await keepVersion(unit.tx, version);
  unit.onCommit(() => lightingPlans.published(version));
  return { code: 'OK', lightingPlan: headOf(version) };
}

/** The plan that shall be in force; an earlier version must still be one that can be taken. */
async function wantedBy(
  { tx }: Unit,
  command: LightingPlanCommand,
): Promise<Outcome | { readonly plan: LightingPlan }> {
  if (command.op === 'lightingPlan.publish') return command.args;
  const { version } = command.args;
  const earlier = version < command.exp ? await versionOf(tx, version) : undefined;
  if (earlier === undefined) return { code: 'NOT_FOUND', field: 'args.version' };
  const { success, data } = LightingPlanFile.safeParse({ ...earlier.plan, version: command.exp + 1 });
  return success ? { plan: data } : { code: 'INVALID', field: 'args.version' };
}
