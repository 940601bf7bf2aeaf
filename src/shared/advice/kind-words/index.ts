import type { KindTable } from './model.ts';
import { POLICE } from './police.ts';
import { SERVICES } from './services.ts';

/**
 * Keywords in French, as callers say them. What could be either (« feu » alone: fire or signal) stands nowhere alone.
 * Kinds that machines report, and the catch-all, have none.
 */
export const KIND_WORDS: KindTable = { ...POLICE, ...SERVICES };
