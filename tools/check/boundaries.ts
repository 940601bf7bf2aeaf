import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { boundaryRules } from './boundary-rules.ts';
import type { Findings } from './finding.ts';
import { sourceFiles } from './source-files.ts';

const code = /\.(ts|tsx|mts|cts|js|mjs|cjs)$/;

export interface BoundaryOptions {
  /** Left out of reading (a pattern): for the test that an incomplete reading is noticed. */
  readonly exclude?: string;
}

/**
 * dependency-cruiser reads nothing at all, and succeeds, when it doesn't get on with the installed TypeScript;
 * so what it says counts only if it has read every file there is.
 */
function unread(read: readonly string[], onDisk: readonly string[]): readonly string[] {
  const seen = new Set(read);
  const missed = onDisk.filter((path) => !seen.has(path));
  if (onDisk.length === 0) return ['no source files found under src/'];
  if (missed.length === 0) return [];
  return [
    `only ${onDisk.length - missed.length} of ${onDisk.length} files were read; not: ${missed.slice(0, 5).join(', ')}`,
  ];
}

/** Checks every import of src/ against the table in boundary-rules.ts. */
export async function checkBoundaries(root: string, { exclude }: BoundaryOptions = {}): Promise<Findings> {
  const onDisk = sourceFiles(root, 'src', code).filter((path) => !path.endsWith('.d.ts'));
  if (onDisk.length === 0) return { faults: unread([], onDisk) };
  const { output } = await cruise(['src'], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...boundaryRules] },
    doNotFollow: 'node_modules',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    ...(exclude !== undefined && { exclude }),
  });
  const { modules, summary } = output as ICruiseResult;
  const read = modules.map(({ source }) => source);
  const broken = summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
    return `${from} → ${way}: ${rule.name}`;
  });
  return { faults: [...unread(read, onDisk), ...new Set(broken)], looked: `${onDisk.length} files` };
}
