import { USUAL_LIMITS } from '../../../shared/attachment/limits.ts';
import { useBridge } from '../../lib/bridge/index.tsx';
import { useLanguage } from '../../lib/i18n/index.tsx';
import { useNotices, useReport } from '../../lib/notices/index.ts';
import { useRoomData } from '../../lib/room-data/index.ts';
import { refusedWords } from './words.ts';

/** Attaches files to a ticket, one after the other; each that is refused is named, with the reason. */
export function useAdd(ticket: string): (files: readonly File[]) => Promise<void> {
  const bridge = useBridge();
  const report = useReport();
  const { t, locale } = useLanguage();
  const show = useNotices((notices) => notices.show);
  const { fileBytes } = useRoomData((data) => data.attachments.get('room')) ?? USUAL_LIMITS;
  return async (files) => {
    for (const file of files) {
      try {
        // Before it is read: a film of an hour is not for this window's memory.
        const answer =
          file.size > fileBytes
            ? ({ kind: 'refused', why: 'large', limit: fileBytes } as const)
            : await bridge.request('files.add', {
                ticket,
                name: file.name.slice(-1_000),
                bytes: new Uint8Array(await file.arrayBuffer()),
              });
        if (answer.kind === 'refused') show(refusedWords(t, locale, file.name.slice(-60), answer));
      } catch (error) {
        report('files.add', error);
      }
    }
  };
}
