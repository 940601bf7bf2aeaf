import { adviceRows } from './queue/advice.ts';
import { archiveRows } from './queue/archive.ts';
import { projectionRows } from './queue/projection.ts';
import { viewRows } from './queue/view.ts';
import { report } from './report.ts';

/**
 * `npm run bench:queue`: 10,000 open tickets in the queue of a browser against the same rows in a plain list; one change
 * projected against the whole projected anew; advice on one of them; and the hub with 100,000 closed tickets in its store against one without.
 * Run it alone.
 */
const met = report('queue', [
  ...(await viewRows()),
  ...projectionRows(),
  ...adviceRows(),
  ...(await archiveRows()),
]);
process.exit(met ? 0 : 1);
