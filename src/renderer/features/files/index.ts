/** Files of tickets: attached, seen on their way, opened, saved, taken off. */
export { FilesSection } from './FilesSection.tsx';
export { createFilesStore, FilesProvider } from './store.ts';
