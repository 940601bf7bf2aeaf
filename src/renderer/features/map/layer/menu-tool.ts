import L from 'leaflet';

export interface MenuToolOptions {
  readonly map: L.Map;
  /** what is meant by who has no mouse */
  readonly here: () => L.LatLngExpression;
  /** a menu is wanted for a place */
  readonly asked: (at: L.LatLng) => void;
}

/** Hears who wants a menu: by the right button where the mouse is; by the menu's key, or Shift F10, where the map is. */
export class MenuTool {
  readonly #on: MenuToolOptions;
  readonly #container: HTMLElement;

  constructor(options: MenuToolOptions) {
    this.#on = options;
    this.#container = options.map.getContainer();
    this.#container.addEventListener('keydown', this.#key);
    options.map.on('contextmenu', this.#ask, this);
  }

  dispose(): void {
    this.#container.removeEventListener('keydown', this.#key);
  }

  #ask({ latlng, originalEvent }: L.LeafletMouseEvent): void {
    // Some systems say the key in this way, with a place that nobody has pointed at.
    const byKey = 'pointerType' in originalEvent && originalEvent.pointerType === '';
    this.#on.asked(byKey && originalEvent.target === this.#container ? L.latLng(this.#on.here()) : latlng);
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.target !== this.#container) return;
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    event.preventDefault();
    if (!event.repeat) this.#on.asked(L.latLng(this.#on.here()));
  };
}
