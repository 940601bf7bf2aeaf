import L from 'leaflet';
import type { MapTicket } from '../model.ts';
import type { TagSide } from './declutter.ts';
import { priorityShape } from './priority-shape.ts';
import { tagOf } from './tag.ts';

/** A ticket as a Leaflet icon that is a real button: keys and screen readers get it for nothing. */
export class TicketButton extends L.Icon {
  readonly button: HTMLButtonElement;
  readonly #tag: HTMLSpanElement;
  readonly #count: HTMLSpanElement;
  #shown = '';
  #turned = false;

  constructor(onPick: () => void) {
    super({ iconUrl: '' });
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.#tag = document.createElement('span');
    this.#tag.className = 'map-ticket-tag';
    this.#count = document.createElement('span');
    this.#count.className = 'map-ticket-count';
    this.button.addEventListener('click', onPick);
    L.DomEvent.disableClickPropagation(this.button);
  }

  /** @param name what a screen reader says @param n tickets that stand here: it is the first of them */
  show(ticket: MapTicket, open: boolean, name: string, n: number): void {
    const { label, title, age, priority, asks, pending } = ticket;
    this.button.hidden = false;
    const key = JSON.stringify([label, title, age, priority, asks, pending, open, name, n]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.button.className = [
      'leaflet-marker-icon',
      'leaflet-zoom-animated',
      'map-ticket',
      `map-ticket-p${priority}`,
      open ? 'map-ticket-open' : '',
      asks ? 'map-ticket-asks' : '',
      pending ? 'map-ticket-pending' : '',
      this.#turned ? 'map-ticket-turned' : '',
    ].join(' ');
    this.button.setAttribute('aria-label', name);
    this.button.setAttribute('aria-pressed', String(open));
    this.#tag.textContent = tagOf(ticket, open);
    this.#count.textContent = String(n);
    if (n > 1) this.button.setAttribute('aria-haspopup', 'dialog');
    else this.button.removeAttribute('aria-haspopup');
    this.button.replaceChildren(priorityShape(ticket.priority), ...(n > 1 ? [this.#count] : []), this.#tag);
  }

  /** Another's mark stands for it. */
  hide(): void {
    this.button.hidden = true;
  }

  set side(side: TagSide) {
    this.button.dataset.side = side;
  }

  /** its tag is shown to the left where it has no side of its own */
  set turned(turned: boolean) {
    this.button.classList.toggle('map-ticket-turned', turned);
    this.#turned = turned;
  }

  override createIcon(): HTMLElement {
    return this.button;
  }

  override createShadow(): HTMLElement {
    // Leaflet asks for one and takes none for an answer; its types don't say so.
    return null as unknown as HTMLElement;
  }
}
