// Makes the machine ready: runs before every command that needs it (see the pre… scripts in package.json), on any
// Node ≥ 20 and with nothing installed. Says nothing when there is nothing to do.
import { main } from './setup/main.mjs';

process.exitCode = await main(process.argv.slice(2));
