import type { UrlRefusal } from '../../shared/camera/playable-url.ts';
import type { ViewAnswer } from '../../shared/ipc/model.ts';
import type { View } from '../features/cameras/index.ts';
import type { Denial, TileSource } from '../features/wall/index.ts';

/** What a tile shows of an answer to the wish to watch. @param onGiveMotive lets the operator say why after all */
export function tileSource(view: View, onGiveMotive: () => void): TileSource {
  switch (view.kind) {
    case 'asking':
      return view;
    case 'granted':
      return { kind: 'play', url: view.url };
    case 'refused':
      // The hub knows the ticket otherwise: a claim that was lost to a colleague, or that it takes long to answer.
      if (view.code === 'INVALID' && view.detail === 'motive') return { kind: 'motive', onGiveMotive };
      return view.code === 'NO_PLAYABLE_STREAM'
        ? { kind: 'unplayable', reason: (view.detail ?? 'malformed') as UrlRefusal }
        : { kind: 'denied', why: denialOf(view) };
  }
}

/** Only what is known is said: that one's rights don't reach is no guess to make. */
function denialOf({ code, detail }: Extract<ViewAnswer, { kind: 'refused' }>): Denial {
  if (code === 'NO_SESSION' || (code === 'FORBIDDEN' && detail === 'session')) return 'session';
  return code === 'FORBIDDEN' && (detail === 'domain' || detail === 'role') ? detail : 'other';
}
