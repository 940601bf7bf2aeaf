import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { wall as en } from '../../../../shared/i18n/en/wall.ts';
import { wall as fr } from '../../../../shared/i18n/fr/wall.ts';
import type { LossReason, PlayerState, TileView } from './player-state.ts';
import { say } from './say.ts';
import { tileWords } from './tile-words.ts';

const AT = 1_000_000;
const PICTURE = Date.UTC(2026, 10, 24, 2, 7, 30);
const view = (state: PlayerState, more: Partial<TileView> = {}): TileView => ({
  state,
  at: AT,
  pictureTime: PICTURE,
  empty: false,
  latency: undefined,
  late: false,
  ...more,
});

/** Fails on a message that the catalogue lacks or that doesn't get its values. */
const intl = (locale: 'fr' | 'en') =>
  createIntl({
    locale,
    messages: locale === 'fr' ? fr : en,
    timeZone: 'Europe/Paris',
    onError: (error) => {
      throw error;
    },
  });
const said = (tile: TileView, locale: 'fr' | 'en' = 'fr') => {
  const { note, foot, lines } = tileWords(tile);
  return [note, foot, ...lines].flatMap((phrase) => (phrase ? [say(intl(locale), phrase)] : []));
};

describe('a tile says', () => {
  it('how late a live picture is', () => {
    expect(said(view({ kind: 'live' }, { latency: 2_640 }))).toEqual(['2,6\u00a0s']);
  });

  it('that a picture comes late', () => {
    const late = view({ kind: 'live' }, { latency: 4_800, late: true });
    expect(said(late)).toEqual(['4,8\u00a0s', 'retard 4,8\u00a0s']);
    expect(tileWords(late).mood).toBe('late');
  });

  it('since when a picture is frozen', () => {
    const frozen = view({ kind: 'frozen', since: AT - 12_400 });
    expect(said(frozen)).toEqual(['source arrêtée', 'image figée depuis 12\u00a0s']);
    expect(said(frozen, 'en')).toEqual(['source stopped', 'picture frozen for 12\u00a0s']);
  });

  it('the same in words alone when no picture is left', () => {
    const frozen = view({ kind: 'frozen', since: AT - 12_400 }, { empty: true });
    expect(tileWords(frozen).mood).toBe('lost');
    expect(said(frozen)).toContain('dernière image 03:07:30');
  });

  it('why a camera is lost, since when, its last picture, the next try', () => {
    const state: PlayerState = {
      kind: 'lost',
      reason: 'unreachable',
      since: AT - 370_000,
      retryAt: AT + 1_200,
    };
    expect(said(view(state))).toEqual([
      'Perdue depuis 6\u00a0min 10\u00a0s',
      'passerelle injoignable',
      'dernière image 03:07:30',
      'nouvel essai dans 2\u00a0s',
    ]);
  });

  it('long outages in hours', () => {
    expect(said(view({ kind: 'ended', since: AT - 7_500_000 }))[0]).toBe(
      'Diffusion arrêtée depuis 2\u00a0h 05',
    );
  });

  it('that it tries again, once the time has come', () => {
    const state: PlayerState = { kind: 'lost', reason: 'auth', since: AT, retryAt: AT };
    expect(said(view(state)).at(-1)).toBe('nouvel essai en cours');
  });
});

describe('a tile that is not live', () => {
  const reasons: LossReason[] = [
    ...(['no-camera', 'gateway-error', 'unreachable', 'timeout', 'not-hls', 'no-segment'] as const),
    ...(['starting', 'media', 'unsupported', 'auth', 'foreign-origin'] as const),
  ];
  const since = AT - 5_000;
  const states: PlayerState[] = [
    { kind: 'idle' },
    { kind: 'connecting', since },
    { kind: 'stalled', since },
    { kind: 'frozen', since },
    { kind: 'restarted', since },
    { kind: 'ended', since },
    ...reasons.map((reason): PlayerState => ({ kind: 'lost', reason, since })),
  ];
  it.each(states)('is marked and finds its words in both languages: %o', (state) => {
    for (const empty of [false, true]) {
      const tile = view(state, { empty });
      expect(['waiting', 'held', 'lost']).toContain(tileWords(tile).mood);
      expect(said(tile).length).toBeGreaterThan(0);
      expect(said(tile, 'en').length).toBe(said(tile).length);
    }
  });
});
