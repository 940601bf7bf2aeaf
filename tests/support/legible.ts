import type { Page } from '@playwright/test';

/** What must be read whole; a title that is cut says so by an ellipsis, these may not be cut at all. */
const WHOLE = '.camera-tile-foot, .camera-tile-words, .map-note, [role=row]:has(button) > :nth-child(2)';
/** What floats on the map and is pressed or read there. */
const OVER_MAP =
  '.map-controls, .map-note, .map-scale, .map-panel button[aria-haspopup=dialog]:not(.map-ticket)';

/** What can't be read on this page, one line each: cut, wrapped, or under something else. */
export const illegible = (page: Page): Promise<string[]> =>
  page.evaluate(
    ([whole, overMap]) => {
      const seen = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
          element.checkVisibility({ visibilityProperty: true }),
        );
      const box = (element: Element) => element.getBoundingClientRect();
      const meet = (a: DOMRect, b: DOMRect) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      const within = (a: DOMRect, b: DOMRect) =>
        a.left >= b.left - 1 && a.top >= b.top - 1 && a.right <= b.right + 1 && a.bottom <= b.bottom + 1;
      const say = (what: string, element: HTMLElement) =>
        `${what}: ${element.textContent.replace(/\s+/g, ' ')}`;
      const cut = seen(whole).filter((element) =>
        [element, ...element.querySelectorAll<HTMLElement>('span, p')].some(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1),
        ),
      );
      const onPicture = seen('.camera-tile-top, .camera-tile-foot').filter((bar) => {
        const video = bar.parentElement?.querySelector('video');
        return video != null && meet(box(bar), box(video));
      });
      // Each workspace has a map of its own.
      const hostOf = (tag: Element) => box(tag.closest('.map-host') ?? tag);
      const tags = seen('.map-ticket-tag').filter((tag) => meet(box(tag), hostOf(tag)));
      const cutTags = tags.filter((tag) => !within(box(tag), hostOf(tag)));
      const covered = tags.filter((tag) => seen(overMap).some((float) => meet(box(tag), box(float))));
      const cards = seen('section[aria-label^="Conflit sur"]').filter((card) =>
        seen('.map-panel button[aria-haspopup=dialog]:not(.map-ticket)').some((field) =>
          meet(box(card), box(field)),
        ),
      );
      const lines = seen('.map-note').filter((note) => box(note).height > 44);
      return [
        ...cut.map((element) => say('cut', element)),
        ...onPicture.map((bar) => say('on the picture', bar)),
        ...cutTags.map((tag) => say('cut by the edge of the map', tag)),
        ...covered.map((tag) => say('under what floats on the map', tag)),
        ...cards.map((card) => say('over the palette', card)),
        ...lines.map((note) => say('on several lines', note)),
      ];
    },
    [WHOLE, OVER_MAP] as const,
  );
