import { z } from 'zod';
import { SelectionName } from '../../../shared/kept-selection/model.ts';

/** A selection that stays at the seat, too large to follow who has named it: its lamps by id, which outlast any numbering. */
export const SeatSelection = z.object({
  name: SelectionName,
  lamps: z.array(z.string().max(256)).min(1),
});
export type SeatSelection = z.infer<typeof SeatSelection>;
