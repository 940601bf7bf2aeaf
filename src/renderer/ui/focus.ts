const FIELDS = 'input, select, textarea';
/** What the keyboard can be led to where the control that had it is gone. */
const PLACES = '[tabindex], section[aria-label]';

/** What a box gives the focus to: itself where it takes any, else its first field. */
export const ownFocus = (box: HTMLElement): HTMLElement | null =>
  box.hasAttribute('tabindex') ? box : firstField(box);

/** The first field of a box; of a choice the one that is made, so that a space chooses no other. */
export function firstField(box: HTMLElement): HTMLElement | null {
  const first = box.querySelector<HTMLInputElement>(FIELDS);
  if (first?.type !== 'radio') return first;
  return box.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first;
}

/** Gives the focus to an element, for as long as it has it where it takes none by itself. */
export function lendFocus(element: HTMLElement): void {
  if (!element.matches('[tabindex], a, button, input, select, textarea')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** Whether the keyboard is nowhere: what had it has gone or is hidden. */
export const isNowhere = (active: Element | null, body: Element): boolean =>
  active === null || active === body || !active.checkVisibility();

/**
 * Remembers where the keyboard is.
 * @returns leads it back: to what had it, else to the nearest place round that which is left, else to the workspace
 */
export function rememberFocus(): () => void {
  const places: HTMLElement[] = [];
  const had = document.activeElement;
  for (let at: Element | null | undefined = had; at instanceof HTMLElement && at !== document.body; )
    at = places[places.push(at) - 1]?.parentElement?.closest(PLACES);
  return () => {
    const home = places.find((place) => place.isConnected && place.checkVisibility());
    const left = home ?? document.querySelector('main');
    if (left !== null) lendFocus(left);
  };
}

/** Whether the focus is lost when a box goes: it is in it, or nowhere already. */
export const goesWith = (active: Node | null, box: Pick<Node, 'contains'>, body: Node): boolean =>
  active === null || active === body || box.contains(active);

/** Whether the focus was lost because what had it was taken away, not because somebody left it. */
export const wasTaken = (last: Pick<Node, 'isConnected'> | undefined, active: Node | null, body: Node) =>
  last !== undefined && !last.isConnected && (active === null || active === body);
