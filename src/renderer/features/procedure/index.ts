export { ProcedureSection } from './ProcedureSection.tsx';
export { ProcedureWatch } from './ProcedureWatch.tsx';
export { ReadProcedure } from './ReadProcedure.tsx';
export { SkippedSteps } from './SkippedSteps.tsx';
