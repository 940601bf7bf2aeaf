import { assertNever } from '../../../../shared/assert-never.ts';
import type { wall } from '../../../../shared/i18n/fr/wall.ts';
import type { PlayerState, TileView } from './player-state.ts';

export type WallMessage = keyof typeof wall;

/** A message and what goes into it, still as numbers: `say` gives them the operator's language. */
export interface Phrase {
  readonly id: WallMessage;
  /** a duration, ms */
  readonly age?: number;
  /** a time of day, ms since the epoch */
  readonly time?: number;
  readonly seconds?: number;
}

/** How a tile looks. Only `live` is unmarked; `held` shows an old picture under sand, `lost` none. */
export type TileMood = 'live' | 'late' | 'waiting' | 'held' | 'lost' | 'forbidden';

export interface TileWords {
  readonly mood: TileMood;
  /** the state in a word or two, for the accessible name: it changes only with the state */
  readonly state: WallMessage;
  /** at the top right */
  readonly note?: Phrase;
  /** at the foot, on the left */
  readonly foot?: Phrase;
  /** instead of `foot` where the tile is narrow */
  readonly brief?: Phrase;
  /** in the middle, the first one strong */
  readonly lines: readonly Phrase[];
}

function retry(retryAt: number | undefined, at: number): Phrase {
  if (retryAt === undefined || retryAt <= at) return { id: 'wall.retrying' };
  // Rounded up: « dans 0 s » would read as now.
  return { id: 'wall.retryIn', age: Math.ceil((retryAt - at) / 1_000) * 1_000 };
}

function live({ latency, late }: TileView): TileWords {
  if (latency === undefined) return { mood: 'live', state: 'wall.state.live', lines: [] };
  const seconds = latency / 1_000;
  const note: Phrase = { id: 'wall.latency', seconds };
  if (!late) return { mood: 'live', state: 'wall.state.live', note, lines: [] };
  return { mood: 'late', state: 'wall.state.late', note, foot: { id: 'wall.late', seconds }, lines: [] };
}

function held(view: TileView, { kind, since }: PlayerState & { kind: 'stalled' | 'frozen' }): TileWords {
  const foot: Phrase = { id: `wall.${kind}`, age: view.at - since };
  const brief: Phrase = { ...foot, id: `wall.${kind}.brief` };
  const note: Phrase = { id: `wall.${kind}.note` };
  const state: WallMessage = `wall.state.${kind}`;
  if (view.empty) return { mood: 'lost', state, lines: [foot, note, ...lastPicture(view)] };
  return { mood: 'held', state, note, foot, brief, lines: [] };
}

function lastPicture({ pictureTime }: TileView): Phrase[] {
  return pictureTime === undefined ? [] : [{ id: 'wall.lastPicture', time: pictureTime }];
}

function lost(
  view: TileView,
  state: WallMessage,
  phrases: readonly Phrase[],
  retryAt: number | undefined,
): TileWords {
  return { mood: 'lost', state, lines: [...phrases, ...lastPicture(view), retry(retryAt, view.at)] };
}

/** What a tile says of its stream. */
export function tileWords(view: TileView): TileWords {
  const { state, at } = view;
  switch (state.kind) {
    case 'live':
      return live(view);
    case 'idle':
      return { mood: 'waiting', state: 'wall.state.idle', lines: [{ id: 'wall.idle' }] };
    case 'connecting':
      return { mood: 'waiting', state: 'wall.state.connecting', lines: [{ id: 'wall.connecting' }] };
    case 'restarted':
      return { mood: 'waiting', state: 'wall.state.restarted', lines: [{ id: 'wall.restarted' }] };
    case 'stalled':
    case 'frozen':
      return held(view, state);
    case 'ended':
      return lost(view, 'wall.state.ended', [{ id: 'wall.ended', age: at - state.since }], state.retryAt);
    case 'lost': {
      const reason: Phrase = { id: `wall.lost.${state.reason}` };
      return lost(
        view,
        'wall.state.lost',
        [{ id: 'wall.lost', age: at - state.since }, reason],
        state.retryAt,
      );
    }
    default:
      return assertNever(state);
  }
}
