import type { Kysely, Transaction } from 'kysely';

/**
 * The hub's tables as kysely sees them. JSON is text, booleans are 0/1 and times ISO 8601 text, so that the
 * same rows live in SQLite and in PostgreSQL.
 */
export interface Tables {
  meta: { key: string; value: string };
  /** `event`: the last sequence given. `ref-<day>`: tickets opened that day. Never an autoincrement. */
  counter: { name: string; value: number };
  ticket: {
    id: string;
    version: number;
    state: string;
    owner_seat: string | null;
    owner_person: string | null;
    closed_at: string | null;
    last_seq: number;
    /** into which other ticket it was merged: who reported it hears of that one */
    merged_into: string | null;
    json: string;
  };
  /** what a ticket is found by, as `searchWords` writes it: its own words, and those of what was written on it */
  ticket_text: { id: string; about: string; said: string };
  event: { seq: number; target_id: string; at: string; json: string };
  /** events that answered a rule's advice: by following it, or `advice.refused` */
  advice: { seq: number; rule: string; at: string };
  /** every command answered for good, by seat and id, so that the same one again gets the same answer */
  command: { cmd: string; seat: string; op: string; at: string; code: string; reply: string };
  /** what opened a ticket from outside: one ticket for a channel, source and source id */
  intake_key: { channel: string; source: string; source_id: string; ticket_id: string };
  /** files that tickets refer to, by the command that attached each */
  attachment: { cmd: string; ticket_id: string; sha256: string; size: number; type: string };
  /** files of which all bytes are here and were checked: the pieces that `seat` brought */
  blob: { sha256: string; seat: string; held_at: string };
  /** bytes from `from_byte` to before `to_byte`, as a seat brought them; each seat brings a file by itself */
  blob_piece: { sha256: string; seat: string; from_byte: number; to_byte: number; bytes: Buffer };
  /**
   * answers to who reported, in order of `n`; `facts` is emptied when the broker has taken it, and `sent_at` says when
   */
  answer: {
    n: number;
    source: string;
    source_id: string;
    ticket_id: string;
    moment: string;
    facts: string;
    sent_at: string | null;
  };
  /** calls that ring, are spoken or have just ended */
  phone_call: { id: string; json: string };
  /** sequences to remember: how far the relay has come, up to where events may have been removed */
  mark: { name: string; seq: number };
  /** `at` is when it was kept; of one that was kept long enough its hashes stay, `at` and `action` are empty */
  journal: { writer: string; n: number; at: string; action: string; json: string };
  journal_head: { writer: string; count: number; head: string };
  /** a person's record is valid from `since` until the next one; `json` null when the person left */
  person: { id: string; since: string; json: string | null };
  /** times are the seat's; `hub_ahead_ms` is how far the hub's clock was ahead of it when the session came */
  session: {
    id: string;
    seat: string;
    person: string;
    opened_at: string;
    closed_at: string | null;
    assurance: string;
    hub_ahead_ms: number;
  };
  /** `at` is when it was offered, or answered */
  shift: { id: string; from_person: string; state: string; at: string; json: string };
  queue_views: { person: string; json: string };
  /** lamps that somebody has named; null where the name was taken away */
  kept_selection: { id: string; person: string; at: string; json: string | null };
  refusal: { id: string; at: string; seen_at: string | null; json: string };
  camera: { id: string; json: string };
  /** `gone`: whose its tombstones are, pairs of lamp and index */
  dictionary: { district: string; dict_version: number; imported: string; json: string; gone: string };
  /** cabinets and circuits as the city's inventory lists them */
  cabinet: { id: string; json: string };
  circuit: { id: string; json: string };
  /** `gone`: `gone` where the inventory no longer has it, empty where it has */
  crossing: { id: string; json: string; gone: string };
  /**
   * imports that a command has left for the hub that runs: `state` is that of the inventory which they change, `replaces`
   * which lists they replace whole, `told` what the journal says of them, `answer` what the hub said
   */
  inventory_staged: {
    id: string;
    at: string;
    state: string;
    replaces: string;
    told: string;
    answer: string | null;
  };
  inventory_staged_part: {
    import_id: string;
    kind: 'district' | 'streets' | 'cabinet' | 'circuit' | 'crossing';
    id: string;
    version: number;
    json: string;
    gone: string;
  };
  /** street graphs as last published, by district */
  streets: { district: string; json: string };
  /** `due` is when a shelf ends, or since when it has been normal */
  alarm: { id: string; state: string; ticket_id: string | null; due: string | null; json: string };
  /** `PastAlarm`: each occurrence of an alarm, `returned_at` null while it stands */
  alarm_past: { id: string; raised_at: string; returned_at: string | null; json: string };
  /** lamp faults that last, by lamp or cabinet, each with the source id of its ticket */
  lamp_fault: { fault_key: string; source_id: string; json: string };
  /** bits of `LampFault`; `power`: which way it is out of band */
  lamp_at_fault: { lamp: string; faults: number; since: string; power: 'low' | 'high' | null };
  /** field units as they last reported themselves: `RoomUnit` */
  unit: { id: string; json: string };
  /** `UnitOrder`s that no answer was heard to and that have not expired */
  unit_order: { unit_id: string; cmd: string; ticket_id: string; expires_at: string; json: string };
  /** every version that was in force, with the name of the file that said it */
  procedure: { id: string; version: number; file: string; json: string };
  /** lamps out of their programme; `json` is how far each has followed, `released` that and how they are given back */
  lamp_preemption: { id: string; at: string; seen_at: string | null; json: string };
  lamp_override: { id: string; until: string; json: string; resent: string | null; released: string | null };
  /**
   * what lamps used in the hour from `at`, and in a local day: numbers as `packed` has them, `streets` those of each
   * street by its name
   */
  energy_hour: { at: string; district: string; whole: string; streets: string };
  energy_day: { day: string; district: string; whole: string; streets: string };
  /** lamps of a district through the hour from `at`: `packBlock`, deflated; `step` in minutes */
  lamp_history: { at: string; district: string; step: number; bytes: Buffer };
  /** passages in that hour by street, over so many minutes; null where they were too few to be told */
  passage_hour: { at: string; district: string; minutes: number; streets: string };
  /** every plan that lamps were programmed by, and since when */
  /** `person`, `name`: who published it at a console; without, it came by the file */
  lighting_plan: {
    version: number;
    since: string;
    json: string;
    person: string | null;
    name: string | null;
    motive: string | null;
    restores: number | null;
    /** by which it was published at a console */
    command: string | null;
  };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
