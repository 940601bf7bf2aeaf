import { storeContext } from '../store/context.ts';
import type { Notices } from './store.ts';

export const { Provider: NoticesProvider, useSelect: useNotices } = storeContext<Notices>('notices');
