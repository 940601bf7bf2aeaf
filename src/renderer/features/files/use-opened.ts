import { useCallback, useEffect, useState } from 'react';
import type { Attachment } from '../../../shared/attachment/model.ts';
import type { FileOpened } from '../../../shared/ipc/files.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useReport } from '../../lib/notices/index.ts';

/** A file that was asked for: its bytes, or why there are none; undefined while it is fetched. */
export function useOpened(ticket: string, attachment: Attachment) {
  const bridge = useBridge();
  const report = useReport();
  const [opened, setOpened] = useState<FileOpened>();
  const ask = useCallback(() => {
    let wanted = true;
    setOpened(undefined);
    bridge.request('files.open', { ticket, attachment }).then(
      (answer) => wanted && setOpened(answer),
      (error) => {
        report('files.open', error);
        if (wanted) setOpened({ kind: 'silent' });
      },
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report, ticket, attachment]);
  useEffect(() => ask(), [ask]);
  return { opened, again: () => void ask() };
}
