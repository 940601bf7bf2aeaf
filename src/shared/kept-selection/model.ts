import { v5 } from 'uuid';
import { z } from 'zod';
import { LampId, PersonId } from '../ids.ts';
import { LampGroup } from '../lamp/lamp-group.ts';
import { Instant } from '../wire/time.ts';

/** Lamps named one by one; a selection of more follows its person as whole groups. */
export const MOST_BY_ID = 2_000;
/** Whole groups that one selection has: a metropole has some dozens of communes and districts. */
export const MOST_GROUPS = 200;
/** Names of one person; more nobody tells apart. */
export const MOST_SELECTIONS = 40;
/** Characters of one as JSON, so that its command can be taken (64 KiB), and of all of a person's: every seat has them. */
const MOST_CHARS = 50_000;
const MOST_OF_PERSON = 400_000;

/** What is in a selection: whole groups, as the inventory has them whenever it is looked at, and lamps by id. */
export const SelectionContent = z
  .object({
    groups: z.array(LampGroup).max(MOST_GROUPS).default([]),
    lamps: z.array(LampId).max(MOST_BY_ID).default([]),
  })
  .refine(({ groups, lamps }) => groups.length + lamps.length > 0, { message: 'empty' });
export type SelectionContent = z.infer<typeof SelectionContent>;

export const SelectionName = z.string().trim().min(1).max(60);

/** `room/v1/data/keptSelection/<id>`: lamps that a person has named, at whatever seat they sit. */
export const KeptSelection = z.object({
  v: z.literal(1),
  /** `keptId` */
  id: z.uuid(),
  person: PersonId,
  name: SelectionName,
  content: SelectionContent,
  /** when it was named so */
  at: Instant,
});
export type KeptSelection = z.infer<typeof KeptSelection>;

/** For names of people's selections. */
const NAMES = 'a6c2b3e0-8f4d-4b7a-9c55-0d3e1f7a2b64';

/** One id for one name of one person, whoever asks. */
export const keptId = (person: PersonId, name: string): string => v5(`${person}\n${name}`, NAMES);

const charsOf = (content: SelectionContent): number => JSON.stringify(content).length;

/** Whether it can follow its person beside the others that do. @param others without one of the same name */
export const fitsRoom = (content: SelectionContent, others: readonly SelectionContent[]): boolean =>
  others.length < MOST_SELECTIONS &&
  content.lamps.length <= MOST_BY_ID &&
  content.groups.length <= MOST_GROUPS &&
  charsOf(content) <= MOST_CHARS &&
  charsOf(content) + others.reduce((sum, other) => sum + charsOf(other), 0) <= MOST_OF_PERSON;
