const FIELDS = 'input, select, textarea';

/** What a box gives the focus to: itself where it takes any, else its first field. */
export const ownFocus = (box: HTMLElement): HTMLElement | null =>
  box.hasAttribute('tabindex') ? box : box.querySelector<HTMLElement>(FIELDS);

/** Whether the focus is lost when a box goes: it is in it, or nowhere already. */
export const goesWith = (active: Node | null, box: Pick<Node, 'contains'>, body: Node): boolean =>
  active === null || active === body || box.contains(active);

/** Whether the focus was lost because what had it was taken away, not because somebody left it. */
export const wasTaken = (last: Pick<Node, 'isConnected'> | undefined, active: Node | null, body: Node) =>
  last !== undefined && !last.isConnected && (active === null || active === body);
