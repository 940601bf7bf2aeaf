import type { Database } from '../../node/sqlite/open.ts';

/** As much as a page of events takes: where this can be written, work goes on. */
const PROBE_BYTES = 64 * 1024;

/** Writes as much as usual, and takes it away again. @throws where the disk refuses it */
export function probe(db: Database): void {
  db.exec('DROP TABLE IF EXISTS probe');
  db.exec(`CREATE TABLE probe AS SELECT zeroblob(${PROBE_BYTES}) AS bytes`);
  db.exec('DROP TABLE probe');
}
