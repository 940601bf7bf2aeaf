/** What a search has still to look at: a binary heap, the nearest comes first. */
export class NearestFirst {
  readonly #heap: { readonly item: number; readonly at: number }[] = [];

  add(item: number, at: number): void {
    const heap = this.#heap;
    let i = heap.length;
    heap.push({ item, at });
    for (let up = (i - 1) >> 1; i > 0 && heap[up]!.at > at; i = up, up = (i - 1) >> 1) heap[i] = heap[up]!;
    heap[i] = { item, at };
  }

  take(): { readonly item: number; readonly at: number } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && heap[down + 1]!.at < heap[down]!.at) down += 1;
      if (heap[down]!.at >= last.at) break;
      heap[i] = heap[down]!;
      i = down;
    }
    heap[i] = last;
    return first;
  }
}
