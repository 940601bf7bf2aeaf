import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded before the hub: at each SIGUSR2 it says on stderr how long its thread kept others waiting since the one
 * before, ms. What the timer itself takes is taken off.
 */
const RESOLUTION = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();
process.on('SIGUSR2', () => {
  const ms = (ns) => Math.max(0, ns / 1e6 - RESOLUTION);
  process.stderr.write(`loop ${JSON.stringify({ p99: ms(delay.percentile(99)), max: ms(delay.max) })}\n`);
  delay.reset();
});
