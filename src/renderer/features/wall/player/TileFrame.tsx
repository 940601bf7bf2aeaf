import { Clock, Lock, Pause, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import './camera-tile.css';
import { say, sayTime } from './say.ts';
import type { TileWords } from './tile-words.ts';

interface TileFrameProps {
  readonly name: string;
  readonly words: TileWords;
  readonly pictureTime?: number | undefined;
  /** at the foot, on the right, while the picture is live */
  readonly detail?: string | undefined;
  /** the video */
  readonly children?: ReactNode;
  /** under the words */
  readonly action?: ReactNode;
}

const MOOD_ICON = {
  live: undefined,
  late: undefined,
  waiting: undefined,
  held: undefined,
  lost: VideoOff,
  forbidden: Lock,
};
const FOOT_ICON = { late: Clock, held: Pause };

/**
 * One camera's frame: name and latency above the picture, its time below. Nothing but the words of a state lies on
 * the picture: what a camera writes into it is evidence. In a narrow tile the time of an old picture stands above.
 */
export function TileFrame({ name, words, pictureTime, detail, children, action }: TileFrameProps) {
  const intl = useIntl();
  const { mood, note, foot, brief, lines } = words;
  const Icon = MOOD_ICON[mood];
  const FootIcon = mood === 'late' || mood === 'held' ? FOOT_ICON[mood] : undefined;
  const time =
    pictureTime === undefined ? intl.formatMessage({ id: 'wall.noTime' }) : sayTime(intl, pictureTime);
  const label = intl.formatMessage(
    { id: 'wall.label' },
    { name, state: intl.formatMessage({ id: words.state }) },
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: each tile is a stop for the keyboard, its state is read there
    <figure className="camera-tile" data-mood={mood} tabIndex={0} aria-label={label}>
      <figcaption className="camera-tile-top">
        <span className="camera-tile-name">{name}</span>
        {note && <span className="camera-tile-aside">{say(intl, note)}</span>}
        {brief && <span className="camera-tile-aside camera-tile-brief">{time}</span>}
      </figcaption>
      <div className="camera-tile-stage">{children}</div>
      {lines.length > 0 && (
        <div className="camera-tile-words">
          {Icon && <Icon size={20} strokeWidth={1.75} aria-hidden />}
          {lines.map((line) => (
            <p key={line.id}>{say(intl, line)}</p>
          ))}
          {action}
        </div>
      )}
      {(mood === 'live' || mood === 'late' || mood === 'held') && (
        <div className="camera-tile-foot">
          {FootIcon && <FootIcon size={16} strokeWidth={2} aria-hidden />}
          <span>{foot ? say(intl, foot) : time}</span>
          {brief && <span className="camera-tile-brief">{say(intl, brief)}</span>}
          <span className="camera-tile-aside">{foot ? time : detail}</span>
        </div>
      )}
    </figure>
  );
}
