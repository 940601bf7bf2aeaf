import { flushSync } from 'react-dom';
import type { Procedure } from '../../shared/procedure/model.ts';
import { Palette } from '../features/palette/index.ts';
import { useSources } from './use-sources.ts';

interface FindEverythingProps {
  /** brings the map before the operator */
  readonly onMap: () => void;
  /** a procedure is to be read */
  readonly onRead: (procedure: Procedure) => void;
  readonly onClose: () => void;
}

/** The palette over all that this console knows. */
export function FindEverything({ onMap, onRead, onClose }: FindEverythingProps) {
  const sources = useSources(onMap, onRead);
  return (
    <Palette
      sources={sources}
      onClose={onClose}
      onChoose={({ run }) => {
        flushSync(onClose); // focus is back where it was before what is chosen may take it
        run();
      }}
    />
  );
}
