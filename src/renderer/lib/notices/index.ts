import { createContext, useContext } from 'react';
import { storeContext } from '../store/context.ts';
import type { Notices, Report } from './store.ts';

export const { Provider: NoticesProvider, useSelect: useNotices } = storeContext<Notices>('notices');

const ReportContext = createContext<Report>(() => undefined);
export const ReportProvider = ReportContext.Provider;
/** To tell a failure to the operator and to diagnostics. */
export const useReport = (): Report => useContext(ReportContext);

export { type Standing, useStanding } from './standing.ts';
export { createNotices, createReport, type Notice, type Notices, type Report } from './store.ts';
