import '../../../src/renderer/ui/tokens.css';
import '../../../src/renderer/ui/base.css';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { Ticket } from '../../../src/shared/ticket/model.ts';
import { manyTickets } from './many-tickets.ts';
import { Stage } from './Stage.tsx';
import { openStores, type Stores } from './stores.ts';

export interface QueuePage {
  /** Shows a queue of so many tickets that are there already. @returns ms until its rows were painted */
  show(count: number, plain: boolean): Promise<number>;
  /** @returns ms between frames while the list is scrolled by a few rows at each */
  scroll(frames: number): Promise<readonly number[]>;
  /** Changes a ticket in sight. @returns ms until that was painted */
  change(): Promise<number>;
}
declare global {
  interface Window {
    queuePage: QueuePage;
  }
}

/** Three rows and a bit: what a wheel moves. */
const STEP = 200;
let shown: { readonly root: Root; readonly stores: Stores; tickets: readonly Ticket[] } | undefined;
let changes = 0;

/** Resolves behind the next frame's painting. */
const painted = (): Promise<number> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    }),
  );
const grid = (): HTMLElement => document.querySelector<HTMLElement>('[role="grid"]')!;
const rows = (): number => document.querySelectorAll('[role="row"]').length;

window.queuePage = {
  async show(count, plain) {
    shown?.root.unmount();
    shown?.stores.stop();
    const tickets = manyTickets(count, Date.now());
    const stores = openStores(tickets);
    while (!stores.desk.getState().loaded) await painted();
    await painted();
    const root = createRoot(document.getElementById('root')!);
    shown = { root, stores, tickets };
    const start = performance.now();
    flushSync(() => root.render(createElement(Stage, { stores, plain })));
    for (;;) {
      const at = await painted();
      if (rows() > 5) return at - start;
    }
  },
  async scroll(frames) {
    const list = grid();
    list.scrollTop = 0;
    await painted();
    const deltas: number[] = [];
    let before = await painted();
    for (let n = 0; n < frames; n++) {
      list.scrollTop += STEP;
      const at = await painted();
      deltas.push(at - before);
      before = at;
    }
    list.scrollTop = 0;
    await painted();
    return deltas;
  },
  async change() {
    if (shown === undefined) throw new Error('nothing is shown');
    const { stores, tickets } = shown;
    const old = tickets[0]!; // urgent and the oldest: the first row
    const title = `Changée ${++changes}`;
    const ticket: Ticket = { ...old, title, version: old.version + changes };
    const start = performance.now();
    stores.bridge.push('desk.change', { upserts: [ticket], removed: [], lastSeq: changes + 1 });
    for (;;) {
      const at = await painted();
      if (document.querySelector('[id$="T-0"]')?.textContent?.includes(title) === true) return at - start;
    }
  },
};
