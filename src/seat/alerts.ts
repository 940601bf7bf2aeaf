import type { Alert } from '../shared/ipc/model.ts';
import { instant, millis } from '../shared/wire/time.ts';

/** Troubles of this seat that somebody should know: raised and cleared by id, each told once. */
export class Alerts {
  readonly #raised = new Map<string, Alert>();
  readonly #onChange: (alerts: Alert[]) => void;
  readonly #now: () => number;

  constructor(onChange: (alerts: Alert[]) => void, now: () => number) {
    this.#onChange = onChange;
    this.#now = now;
  }

  list(): Alert[] {
    return [...this.#raised.values()];
  }

  /** @param id tells apart troubles of one kind: two files on one full disk */
  raise(kind: Alert['kind'], detail?: string, id: string = kind): void {
    const known = this.#raised.get(id);
    if (known !== undefined && known.kind === kind && known.detail === detail) return;
    const since = known?.since ?? instant(this.#now());
    this.#raised.set(id, { id, kind, since, ...(detail === undefined ? {} : { detail }) });
    this.#onChange(this.list());
  }

  /** Raises what is no state but has happened: told each time, and of the last time. */
  happened(kind: Alert['kind']): void {
    this.#raised.set(kind, { id: kind, kind, since: instant(this.#now()) });
    this.#onChange(this.list());
  }

  /** Clears what needs no more than to be told, once that has lasted for so long, ms. */
  clearAfter(id: string, ms: number): void {
    const alert = this.#raised.get(id);
    if (alert !== undefined && this.#now() - millis(alert.since) >= ms) this.clear(id);
  }

  clear(id: string): void {
    if (this.#raised.delete(id)) this.#onChange(this.list());
  }
}
