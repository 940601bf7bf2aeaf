import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ActAnswer, Bridge } from '../../../shared/ipc/contract.ts';
import type { DeskChange, DeskSnapshot, OutboxItem } from '../../../shared/ipc/model.ts';
import type { Ticket, TicketEvent } from '../../../shared/ticket/model.ts';
import type { DeskOp } from '../../../shared/wire/command.ts';
import { follow } from '../../lib/bridge/feed.ts';
import type { Report } from '../../lib/notices/index.ts';
import type { Written } from './create/draft.ts';
import type { Intent } from './model.ts';

/** What the operator is writing on the open ticket, under its owner strip. */
export type Composer =
  | 'note'
  | 'assign'
  | 'close'
  | 'handover'
  | 'amend'
  | 'promise'
  | 'link'
  | 'takeover'
  | 'putBack';

/** Why something is done: in the operator's words, or because a rule advised it. */
export interface Because {
  readonly motive?: string;
  readonly advice?: string;
  /**
   * the version that it builds on, where it is made on the strength of another one made just before: the room may have
   * answered that by now, and the window not yet know
   */
  readonly exp?: number;
}

/** What is to be done to one of several tickets. */
export interface Wish extends Because {
  readonly ticket: string;
  readonly args?: object;
}

/** A command as the seat has kept it; without one where it could not. */
export interface Made {
  readonly ticket: string;
  readonly cmd: string | undefined;
}

/** The form whose place is pointed at. */
export interface Placing {
  /** under which it is kept: the ticket, or `NEW` */
  readonly about: string;
  /** as it is, where nothing of it is kept yet */
  readonly written: Written;
}

/** What the seat has told of tickets, as it told it, and what the operator has opened. */
export interface Desk {
  readonly loaded: boolean;
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly outbox: readonly OutboxItem[];
  readonly intents: readonly Intent[];
  /** the last moment the hub's word was heard */
  readonly asOf: string | undefined;
  readonly selected: string | undefined;
  /** events of the open ticket, oldest first; undefined while they are fetched */
  readonly timeline: readonly TicketEvent[] | undefined;
  readonly composer: Composer | undefined;
  /** raised each time that one is asked for: one that is there already takes the keyboard back */
  readonly called: number;
  /** what was written of notes that were not sent, by ticket: neither Escape nor another ticket may lose it */
  readonly notes: ReadonlyMap<string, string>;
  /** whom of those notes some are for, by ticket */
  readonly addressees: ReadonlyMap<string, string>;
  /** forms that were not sent, by ticket, in the same way */
  readonly forms: ReadonlyMap<string, Written>;
  /** the form of a new ticket is open; with a command that the room has refused, to mend it */
  readonly creating: { readonly mend?: OutboxItem } | undefined;
  /** a form is put aside while its place is pointed at on the map */
  readonly placing: Placing | undefined;
  /** the open ticket is to have the keyboard, as soon as it is drawn */
  readonly led: boolean;
  readonly select: (ticket: string | undefined) => void;
  /** opens a ticket and leads the keyboard to it: for whoever chose it from elsewhere */
  readonly show: (ticket: string) => void;
  /** the keyboard is there */
  readonly arrive: () => void;
  readonly compose: (composer: Composer | undefined) => void;
  /** a note on a ticket, as far as it is written; for whom it was begun it is until nothing of it is left */
  readonly write: (ticket: string, text: string, to?: string) => void;
  /** a form as it is from now on; undefined where there is nothing to keep any more */
  readonly fill: (about: string, change: (before: Written | undefined) => Written | undefined) => void;
  readonly create: (creating: Desk['creating']) => void;
  readonly place: (placing: Placing | undefined) => void;
  /** @returns whether the command was kept or sent; a refusal has been shown */
  readonly act: (op: DeskOp, ticket: string, args?: object, because?: Because) => Promise<boolean>;
  /** one command for each of several tickets, in turn: each has its own outcome, which is the caller's to show */
  readonly actOnEach: (op: DeskOp, wishes: readonly Wish[]) => Promise<readonly Made[]>;
  readonly dismiss: (cmd: string) => Promise<void>;
  /** takes back what has never left; what has is said */
  readonly withdraw: (cmd: string) => Promise<void>;
}

const without = (kept: ReadonlyMap<string, string>, ticket: string): ReadonlyMap<string, string> =>
  new Map([...kept].filter(([id]) => id !== ticket));

/**
 * @param say turns an answer that isn't « kept » into what the operator reads; undefined where nothing need be read
 * @param tell shows what is no failure
 */
export function createDeskStore(
  bridge: Bridge,
  report: Report,
  say: (answer: ActAnswer | { readonly kind: 'late' }) => string | undefined,
  tell: (words: string) => void,
): { readonly store: StoreApi<Desk>; readonly stop: () => void } {
  const store = createStore<Desk>((set, get) => ({
    loaded: false,
    tickets: new Map(),
    outbox: [],
    intents: [],
    asOf: undefined,
    selected: undefined,
    timeline: undefined,
    composer: undefined,
    notes: new Map(),
    addressees: new Map(),
    forms: new Map(),
    creating: undefined,
    placing: undefined,
    led: false,
    called: 0,
    compose: (composer) => set(({ called }) => ({ composer, called: called + 1 })),
    write: (ticket, text, to) =>
      set(({ notes, addressees }) => ({
        notes: new Map(notes).set(ticket, text),
        addressees:
          to !== undefined
            ? new Map(addressees).set(ticket, to)
            : text === ''
              ? without(addressees, ticket)
              : addressees,
      })),
    fill: (about, change) =>
      set(({ forms }) => {
        const others = [...forms].filter(([key]) => key !== about);
        const written = change(forms.get(about));
        return { forms: new Map(written === undefined ? others : [...others, [about, written]]) };
      }),
    create: (creating) => set({ creating, placing: undefined }),
    place: (placing) => set({ placing }),
    select(selected) {
      if (selected === get().selected) return;
      set({ selected, timeline: undefined, composer: undefined, placing: undefined });
      void readTimeline();
    },
    show(ticket) {
      set({ led: true });
      get().select(ticket);
    },
    arrive: () => set({ led: false }),
    async act(op, ticket, args = {}, because = {}) {
      try {
        const answer = await ask(op, { ticket, args, ...because });
        const words = say(answer);
        const isRefused = answer.kind === 'refused';
        if (op === 'ticket.note' && !isRefused)
          set(({ notes, addressees }) => ({
            notes: without(notes, ticket),
            addressees: without(addressees, ticket),
          }));
        if (words !== undefined && isRefused) report('desk.act', words);
        else if (words !== undefined) tell(words);
        return !isRefused;
      } catch (error) {
        report('desk.act', error);
        return false;
      }
    },
    async actOnEach(op, wishes) {
      const made: Made[] = [];
      for (const wish of wishes) {
        const { ticket } = wish;
        try {
          const answer = await ask(op, wish);
          made.push({ ticket, cmd: answer.kind === 'refused' ? undefined : answer.cmd });
        } catch (error) {
          report('desk.act', error);
          made.push({ ticket, cmd: undefined });
        }
      }
      return made;
    },
    async dismiss(cmd) {
      try {
        await bridge.request('desk.dismiss', { cmd });
      } catch (error) {
        report('desk.dismiss', error);
      }
    },
    async withdraw(cmd) {
      try {
        const words = (await bridge.request('desk.withdraw', { cmd })) ? undefined : say({ kind: 'late' });
        if (words !== undefined) tell(words);
      } catch (error) {
        report('desk.withdraw', error);
      }
    },
  }));

  /** On the version of the ticket that is seen. */
  const ask = (op: DeskOp, { ticket, args = {}, exp, ...because }: Wish): Promise<ActAnswer> =>
    bridge.request('desk.act', {
      op,
      ticket,
      args: args as Record<string, never>,
      exp: exp ?? store.getState().tickets.get(ticket)?.version ?? 0,
      ...because,
    });
  async function readTimeline(): Promise<void> {
    const ticket = store.getState().selected;
    if (ticket === undefined) return;
    try {
      const timeline = await bridge.request('desk.timeline', { ticket });
      if (store.getState().selected === ticket) store.setState({ timeline });
    } catch (error) {
      report('desk.timeline', error);
    }
  }

  const whole = (snapshot: DeskSnapshot) => {
    const { tickets, outbox, intents, asOf } = snapshot;
    store.setState({
      loaded: true,
      tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])),
      outbox,
      intents,
      asOf,
    });
    void readTimeline();
  };
  const change = ({ upserts, removed, outbox, intents, asOf }: DeskChange) => {
    const before = store.getState();
    const touched = upserts.length + removed.length > 0;
    const tickets = touched ? new Map(before.tickets) : before.tickets;
    if (touched) {
      const writable = tickets as Map<string, Ticket>;
      for (const ticket of upserts) writable.set(ticket.id, ticket);
      for (const id of removed) writable.delete(id);
    }
    store.setState({
      tickets,
      outbox: outbox ?? before.outbox,
      intents: intents ?? before.intents,
      asOf,
    });
    if (upserts.some((ticket) => ticket.id === before.selected)) void readTimeline();
  };
  const stop = follow(bridge, report, { read: 'desk.snapshot', on: 'desk.change', whole, change });
  return { store, stop };
}
