export { allowed } from './actions.ts';
export { useAddressedNotes } from './addressed.ts';
export { AdviceList } from './advice/AdviceList.tsx';
export { inOrder } from './advice/order.ts';
export type { Proposal } from './advice/proposal.ts';
export { RuleTallies } from './advice/RuleTallies.tsx';
export { useDeskAdvice } from './advice/use-advice.ts';
export { alarmingInRoom, useAlarm } from './alarm.ts';
export { AmendTicket } from './amend/AmendTicket.tsx';
export { useAsOf } from './as-of.ts';
export {
  BoardProvider,
  createBoardStore,
  DeskProvider,
  useBoard,
  useDesk,
  useViewer,
} from './board.ts';
export { ConflictCard } from './conflict/ConflictCard.tsx';
export { atPoint } from './create/at-point.ts';
export { EMPTY_DRAFT, type Written } from './create/draft.ts';
export { NewTicket } from './create/NewTicket.tsx';
export { NEW } from './create/use-written.ts';
export { useDue, useTargets } from './due.ts';
export { troubleReason, troubleWords } from './lamp-words.ts';
export type { Row } from './model.ts';
export { Queue } from './queue/Queue.tsx';
export { ticketsOf } from './same-number.ts';
export { useSpeaker } from './speaker.ts';
export { isAgreed, standingWords } from './standing.ts';
export { createDeskStore, type Desk } from './store.ts';
export { ComposerForm } from './ticket/ComposerForm.tsx';
export { MotiveField } from './ticket/MotiveField.tsx';
export { TicketPanel } from './ticket/TicketPanel.tsx';
export { commandWords, kindOf, refusalWords, shortRef } from './words.ts';
