import { createContext, useContext } from 'react';
import type { Report } from './store.ts';

const ReportContext = createContext<Report>(() => undefined);
export const ReportProvider = ReportContext.Provider;
/** To tell a failure to the operator and to diagnostics. */
export const useReport = (): Report => useContext(ReportContext);

export { NoticesProvider, useNotices } from './context.ts';
export { type Standing, useStanding } from './standing.ts';
export { createNotices, createReport, type Notice, type Report } from './store.ts';
