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
  const right = at.x + BESIDE + WIDTH + EDGE <= room.width;
  const left = right ? at.x + BESIDE : Math.max(EDGE, at.x - BESIDE - WIDTH);
  const height = HEAD + LINE * Math.min(tickets.length, MOST);
  const top = Math.max(EDGE, Math.min(at.y - HEAD / 2, room.height - height - EDGE));
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
