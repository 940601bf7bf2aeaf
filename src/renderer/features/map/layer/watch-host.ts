interface HostChanges {
  /** it has another size; never told while it is hidden */
  readonly sized: () => void;
  readonly seen: (seen: boolean) => void;
  /** colours or fonts are others */
  readonly themed: () => void;
}

/** Follows what changes about the element that a map is in. @returns stops it */
export function watchHost(container: HTMLElement, { sized, seen, themed }: HostChanges): () => void {
  const sizes = new ResizeObserver(() => container.clientWidth > 0 && sized());
  sizes.observe(container);
  const sight = new IntersectionObserver((entries) => seen(entries.at(-1)?.isIntersecting === true));
  sight.observe(container);
  const themes = new MutationObserver(themed);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  let stopped = false;
  document.fonts.ready.then(() => stopped || themed());
  return () => {
    stopped = true;
    sizes.disconnect();
    sight.disconnect();
    themes.disconnect();
  };
}
