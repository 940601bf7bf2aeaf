export { useElsewhere } from './elsewhere.ts';
export { useHearing } from './hearing.ts';
export { PersonField, shortSeat } from './PersonField.tsx';
export { createSeatsStore, SeatsProvider, useSeats } from './store.ts';
