import type { Position } from '../../../../shared/geo/position.ts';
import { TICKET_KINDS } from '../../../../shared/ticket/kinds.ts';
import { type Priority, type Service, type Ticket, TicketDraft } from '../../../../shared/ticket/model.ts';

/** The form of a new ticket, as far as it has been filled in. */
export interface Draft {
  readonly kind: string;
  readonly kindText: string;
  readonly title: string;
  /** what was said where no kind has that name: the title, until another is written */
  readonly words: string;
  readonly service: Service;
  readonly priority: Priority;
  readonly place: string;
  readonly street: string | undefined;
  /** the other street, where the place is the corner of two */
  readonly corner: string | undefined;
  /** what people call the place, where it is known by such a name */
  readonly landmark: string | undefined;
  readonly commune: string | undefined;
  readonly position: Position | undefined;
  /** the position was pointed at on the map: it is exact, and words beside it change nothing of it */
  readonly point: boolean;
  readonly caller: string;
  readonly number: string;
  readonly description: string;
}
export const EMPTY_DRAFT: Draft = {
  kind: '',
  kindText: '',
  title: '',
  words: '',
  service: 'police',
  priority: 3,
  place: '',
  street: undefined,
  corner: undefined,
  landmark: undefined,
  commune: undefined,
  position: undefined,
  point: false,
  caller: '',
  number: '',
  description: '',
};

/** What was written in a form and not sent: neither closing it nor another ticket may lose it. */
export interface Written {
  readonly draft: Draft;
  /** the ticket that it corrects, as the room had it when that was last looked at */
  readonly seen?: Ticket;
}

/**
 * Choosing a kind proposes its service and priority, and as title, where none was written, its name.
 * @param words by which it was chosen, where they are not its name: they are the title then
 */
export function withKind(draft: Draft, id: string, label: string, words = ''): Draft {
  const kind = TICKET_KINDS.find((candidate) => candidate.id === id);
  if (kind === undefined) return draft;
  const { service, priority } = kind;
  const isWritten = !['', draft.kindText, draft.words].includes(draft.title.trim());
  const title = isWritten ? draft.title : words || label;
  return { ...draft, kind: kind.id, kindText: label, title, words, service, priority };
}

export type DraftField = 'kind' | 'title' | 'place';

/** What the room needs, or which fields keep it from being sent. */
export function finish(
  draft: Draft,
): { readonly draft: TicketDraft } | { readonly missing: readonly DraftField[] } {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  const caller = { name: text(draft.caller), number: text(draft.number) };
  const result = TicketDraft.safeParse({
    title: draft.title,
    kind: draft.kind,
    service: draft.service,
    priority: draft.priority,
    place: {
      label: draft.place.trim(),
      ...(draft.street === undefined ? {} : { street: draft.street }),
      ...(draft.commune === undefined ? {} : { commune: draft.commune }),
      ...(draft.position === undefined ? {} : { position: draft.position }),
    },
    ...(text(draft.description) === undefined ? {} : { description: text(draft.description) }),
    ...(caller.name === undefined && caller.number === undefined
      ? {}
      : { caller: JSON.parse(JSON.stringify(caller)) }),
  });
  if (result.success) return { draft: result.data };
  const at = new Set(result.error.issues.map((issue) => issue.path[0]));
  return { missing: (['kind', 'title', 'place'] as const).filter((field) => at.has(field)) };
}

/** A form filled in with what was sent before. @param kindText the name of its kind */
export function draftOf(sent: TicketDraft, kindText: string): Draft {
  const { kind, title, service, priority, place, caller, description } = sent;
  return {
    kind,
    kindText,
    title,
    words: '',
    service,
    priority,
    place: place.label,
    street: place.street,
    corner: undefined,
    landmark: undefined,
    commune: place.commune,
    position: place.position,
    point: false,
    caller: caller?.name ?? '',
    number: caller?.number ?? '',
    description: description ?? '',
  };
}
