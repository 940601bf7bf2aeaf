export { PersonField } from './PersonField.tsx';
export { createSeatsStore, SeatsProvider } from './store.ts';
