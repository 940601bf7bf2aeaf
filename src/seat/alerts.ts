import type { Alert } from '../shared/ipc/model.ts';
import { instant } from '../shared/wire/time.ts';

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

  raise(kind: Alert['kind'], detail?: string): void {
    if (this.#raised.get(kind)?.detail === detail && this.#raised.has(kind)) return;
    const since = this.#raised.get(kind)?.since ?? instant(this.#now());
    this.#raised.set(kind, { id: kind, kind, since, ...(detail === undefined ? {} : { detail }) });
    this.#onChange(this.list());
  }

  clear(kind: Alert['kind']): void {
    if (this.#raised.delete(kind)) this.#onChange(this.list());
  }
}
