import { Pause, Play } from 'lucide-react';
import { type KeyboardEvent, useEffect } from 'react';
import { clockMinute, useLanguage } from '../../lib/i18n/index.tsx';
import { useShortcut } from '../../lib/keys/index.ts';
import { useShown } from '../../lib/shown/index.ts';
import { Button, IconButton } from '../../ui/index.ts';
import type { ReplayNight } from './nights.ts';
import styles from './Replay.module.css';
import { SPEEDS, useReplay } from './store.ts';
import { momentWords } from './words.ts';

/** How often the picture moves on: the map paints no faster. */
const TURN_MS = 100;
const MINUTE_MS = 60_000;
const PAGE_MINUTES = 15;
/** A night that is less of what the bar spans. */
const SHORT = 0.45;

/** Moves through the night: by a slider, by keys, or as fast as is wanted. */
export function ReplayBar({ night }: { readonly night: ReplayNight }) {
  const { t, locale } = useLanguage();
  const at = useReplay((replay) => replay.at);
  const playing = useReplay((replay) => replay.playing);
  const speed = useReplay((replay) => replay.speed);
  const seek = useReplay((replay) => replay.seek);
  const setPlaying = useReplay((replay) => replay.setPlaying);
  const setSpeed = useReplay((replay) => replay.setSpeed);
  const isReady = useReplay((replay) => replay.reel !== undefined);
  usePlayback();
  const toggle = () => setPlaying(!playing);
  useShortcut({ keys: 'p', shown: 'P', label: 'replay.key.play', run: toggle }, isReady);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { PageUp: PAGE_MINUTES, PageDown: -PAGE_MINUTES }[event.key];
    if (by === undefined) return;
    seek(at + by * MINUTE_MS);
    event.preventDefault();
  };
  // Then the words of its beginning and its end would lie on each other.
  const isShort = night.dawn - night.dusk < (night.to - night.from) * SHORT;
  const share = (time: number): string => `${((time - night.from) / (night.to - night.from)) * 100}%`;
  return (
    <fieldset className={styles.bar} aria-label={t('replay.controls')}>
      <IconButton
        icon={playing ? Pause : Play}
        look="secondary"
        size="large"
        label={t(playing ? 'replay.pause' : 'replay.play')}
        shortcut="P"
        disabled={!isReady}
        onClick={toggle}
      />
      <div className={styles.track}>
        <span
          className={styles.dark}
          style={{ left: share(night.dusk), width: `calc(${share(night.dawn)} - ${share(night.dusk)})` }}
        />
        <input
          type="range"
          data-entry
          aria-label={t('replay.time')}
          aria-valuetext={momentWords(t, at, locale)}
          min={night.from}
          max={night.to}
          step={MINUTE_MS}
          value={at}
          disabled={!isReady}
          onChange={({ target }) => seek(Number(target.value))}
          onKeyDown={onKeyDown}
        />
        <p
          className={styles.ends}
          style={{
            left: isShort ? undefined : share(night.dusk),
            right: `calc(100% - ${share(night.dawn)})`,
          }}
          aria-hidden="true"
        >
          <span>{t('replay.dusk', { time: clockMinute(night.dusk) })}</span>
          <span>{t('replay.dawn', { time: clockMinute(night.dawn) })}</span>
        </p>
      </div>
      <fieldset aria-label={t('replay.speed')} className={styles.speeds}>
        {SPEEDS.map((one) => (
          <Button key={one} aria-pressed={one === speed} onClick={() => setSpeed(one)}>
            {t('replay.times', { n: one })}
          </Button>
        ))}
      </fieldset>
    </fieldset>
  );
}

/** Goes on while it plays and somebody looks. */
function usePlayback(): void {
  const playing = useReplay((replay) => replay.playing && replay.reel !== undefined);
  const speed = useReplay((replay) => replay.speed);
  const seekBy = useReplay((replay) => replay.seekBy);
  const shown = useShown();
  useEffect(() => {
    if (!playing || !shown) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      seekBy((now - last) * speed);
      last = now;
    }, TURN_MS);
    return () => clearInterval(timer);
  }, [playing, shown, speed, seekBy]);
}
