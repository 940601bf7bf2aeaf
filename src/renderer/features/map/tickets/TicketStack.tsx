import { X } from 'lucide-react';
import { useRef } from 'react';
import { useT } from '../../../lib/i18n/index.tsx';
import { useShortcut } from '../../../lib/keys/index.ts';
import { Icon, PriorityMark, useTakesFocus } from '../../../ui/index.ts';
import type { MapTicket } from '../model.ts';

/** As wide as in `tickets.css`, and the height of a line, px. */
const [WIDTH, LINE, HEAD] = [320, 52, 40];
/** Beyond so many it scrolls. */
const MOST = 6;
/** From the mark, and from the map's edge, px. */
const [BESIDE, EDGE] = [34, 8];

interface TicketStackProps {
  /** the most urgent first */
  readonly tickets: readonly MapTicket[];
  /** where their mark is, and how large the map is, px */
  readonly at: { readonly x: number; readonly y: number };
  readonly room: { readonly width: number; readonly height: number };
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** The tickets that stand at one place of the map, to choose one of them. */
export function TicketStack({ tickets, at, room, onPick, onClose }: TicketStackProps) {
  const t = useT();
  const box = useRef<HTMLElement>(null);
  useTakesFocus(box);
  useShortcut({ keys: 'Escape', shown: t('common.escape'), label: 'map.key.closeStack', run: onClose });
  const { left, top } = placeBeside(at, room, HEAD + LINE * Math.min(tickets.length, MOST));
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="dialog"
      className="map-stack"
      style={{ left, top, maxHeight: HEAD + LINE * MOST }}
      aria-label={t('map.stack', { n: tickets.length })}
    >
      <header>
        <h3>{t('map.stack', { n: tickets.length })}</h3>
        <button type="button" aria-label={t('map.stack.close')} onClick={onClose}>
          <Icon of={X} />
        </button>
      </header>
      <ul>
        {tickets.map(({ id, label, title, place, priority, age }) => (
          <li key={id}>
            <button type="button" onClick={() => onPick(id)}>
              <PriorityMark priority={priority} label={t(`priority.${priority}`)} />
              <span>
                <b>{[label, title].filter(Boolean).join(' · ')}</b>
                <span className="cut">{[place, age].filter(Boolean).join(' · ')}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Beside the mark where there is room, else below or above it: one sees what one chooses for. */
function placeBeside(at: TicketStackProps['at'], room: TicketStackProps['room'], height: number) {
  const within = (from: number, length: number, all: number) =>
    Math.max(EDGE, Math.min(from, all - length - EDGE));
  const aside = [at.x + BESIDE, at.x - BESIDE - WIDTH].find((x) => x === within(x, WIDTH, room.width));
  if (aside !== undefined) return { left: aside, top: within(at.y - HEAD / 2, height, room.height) };
  const below = at.y + BESIDE;
  return {
    left: within(at.x - WIDTH / 2, WIDTH, room.width),
    top: below + height + EDGE <= room.height ? below : Math.max(EDGE, at.y - BESIDE - height),
  };
}
