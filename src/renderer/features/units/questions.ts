import { isOpenQuestion } from '../../../shared/unit/assignment.ts';
import type { RoomUnit } from '../../../shared/unit/model.ts';
import type { Translate } from '../../lib/i18n/index.tsx';
import type { Standing } from '../../lib/notices/index.ts';
import type { Row } from '../desk/index.ts';
import { assignmentWords } from './words.ts';

/**
 * What units have said or not said on one's own tickets that wants another decision, by ticket and unit.
 * @returns the sentence of each, and the ticket that it is about
 */
export function questionsOf(
  rows: ReadonlyMap<string, Row>,
  units: ReadonlyMap<string, RoomUnit>,
  t: Translate,
): ReadonlyMap<string, Standing> {
  const open = new Map<string, Standing>();
  for (const { mine, confirmed } of rows.values()) {
    if (!mine || confirmed === undefined) continue;
    const closed = confirmed.state === 'closed';
    for (const one of confirmed.assignments ?? []) {
      // Of what is closed only who may be going there in vain.
      if (closed ? one.recall?.state !== 'silent' : !isOpenQuestion(one)) continue;
      const unit = units.get(one.unit)?.callSign ?? one.unit;
      const ref = confirmed.ref?.split('-').at(-1) ?? confirmed.title;
      open.set(`${confirmed.id} ${one.unit} ${closed ? one.recall?.at : one.at}`, {
        words: t('units.news', {
          ref,
          unit,
          what: closed ? t('units.recall.silent') : assignmentWords(t, one),
        }),
        ticket: confirmed.id,
        ref,
      });
    }
  }
  return open;
}
