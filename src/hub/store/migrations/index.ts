import { initial } from './001-initial.ts';
import { forSqlite } from './step.ts';

/** All steps in order; a step that has shipped is never edited. */
export const migrations = [initial].map(forSqlite);
