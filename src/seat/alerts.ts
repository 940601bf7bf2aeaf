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

  /** @param id tells apart troubles of one kind: two files on one full disk */
  raise(kind: Alert['kind'], detail?: string, id: string = kind): void {
    const known = this.#raised.get(id);
    if (known !== undefined && known.kind === kind && known.detail === detail) return;
    const since = known?.since ?? instant(this.#now());
    this.#raised.set(id, { id, kind, since, ...(detail === undefined ? {} : { detail }) });
    this.#onChange(this.list());
  }

  clear(id: string): void {
    if (this.#raised.delete(id)) this.#onChange(this.list());
  }
}
