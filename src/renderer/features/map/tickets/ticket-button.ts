import L from 'leaflet';
import type { MapTicket } from '../model.ts';
import type { TagSide } from './declutter.ts';
import { priorityShape } from './priority-shape.ts';
import { tagOf } from './tag.ts';

/** A ticket as a Leaflet icon that is a real button: keys and screen readers get it for nothing. */
export class TicketButton extends L.Icon {
  readonly button: HTMLButtonElement;
  readonly #tag: HTMLSpanElement;
  #shown = '';

  constructor(onPick: () => void) {
    super({ iconUrl: '' });
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.#tag = document.createElement('span');
    this.#tag.className = 'map-ticket-tag';
    this.button.addEventListener('click', onPick);
    L.DomEvent.disableClickPropagation(this.button);
  }

  /** @param name what a screen reader says */
  show(ticket: MapTicket, open: boolean, name: string): void {
    const { label, title, age, priority, asks, pending } = ticket;
    const key = JSON.stringify([label, title, age, priority, asks, pending, open, name]);
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
    ].join(' ');
    this.button.setAttribute('aria-label', name);
    this.button.setAttribute('aria-pressed', String(open));
    this.#tag.textContent = tagOf(ticket, open);
    this.button.replaceChildren(priorityShape(ticket.priority), this.#tag);
  }

  set side(side: TagSide) {
    this.button.dataset.side = side;
  }

  override createIcon(): HTMLElement {
    return this.button;
  }

  override createShadow(): HTMLElement {
    // Leaflet asks for one and takes none for an answer; its types don't say so.
    return null as unknown as HTMLElement;
  }
}
