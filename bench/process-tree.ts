import { globSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100; // USER_HZ of every Linux build

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** user and system time, s */
  readonly cpu: number;
}

function processes(): readonly Process[] {
  return globSync('/proc/[0-9]*/stat').flatMap((path) => {
    try {
      const text = readFileSync(path, 'utf8');
      // The name stands in parentheses and may hold anything.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      const cpu = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
      return [{ pid: Number.parseInt(text, 10), parent: Number(fields[1]), cpu }];
    } catch {
      return []; // ended meanwhile
    }
  });
}

/** A process and all below it. Linux only. */
export function treeOf(root: number): readonly Process[] {
  const all = processes();
  const inside = new Set([root]);
  for (let grown = true; grown; ) {
    const before = inside.size;
    for (const { pid, parent } of all) if (inside.has(parent)) inside.add(pid);
    grown = inside.size > before;
  }
  return all.filter(({ pid }) => inside.has(pid));
}

/** CPU seconds used so far by a process and all below it. */
export const cpuOf = (root: number): number => treeOf(root).reduce((sum, { cpu }) => sum + cpu, 0);

/** Proportional set size of a process and all below it, MiB: shared pages counted once. */
export function memoryOf(root: number): number {
  const kib = treeOf(root).map(({ pid }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kib.reduce((sum, one) => sum + one, 0) / 1_024;
}
