/** The sounds of the room; each short, none repeated by itself. */
export type Sound = 'p1' | 'ring' | 'lost' | 'crisis';

/** Tones in Hz, one after the other. */
const TONES: Readonly<Record<Sound, readonly number[]>> = {
  p1: [880, 660, 880],
  ring: [587, 740],
  lost: [330, 247],
  crisis: [523, 659, 784, 659],
};
const EACH = 0.16; // s

let context: AudioContext | undefined;

/** Plays a sound by synthesis, so that nothing need be fetched. @param volume 0 … 1 */
export function play(sound: Sound, volume: number): void {
  // Before the first key or click the browser allows no sound, and would complain of each try.
  if (volume <= 0 || !navigator.userActivation.hasBeenActive) return;
  context ??= new AudioContext();
  const gain = new GainNode(context, { gain: volume * 0.25 });
  gain.connect(context.destination);
  TONES[sound].forEach((frequency, n) => {
    const tone = new OscillatorNode(context!, { frequency, type: 'triangle' });
    const start = context!.currentTime + n * EACH;
    tone.connect(gain);
    tone.start(start);
    tone.stop(start + EACH * 0.9);
    if (n === TONES[sound].length - 1) tone.onended = () => gain.disconnect();
  });
}
