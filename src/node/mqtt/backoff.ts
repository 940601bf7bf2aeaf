const shortest = 500;
const longest = 5_000;

/**
 * How long to wait before the next attempt, ms: 0.5 to 1 s at first, up to 5 s later, at random, so that
 * 75 seats don't return in the same instant.
 * @param round how often the whole list of brokers has been tried in vain
 * @param random in [0, 1)
 */
export function reconnectDelay(round: number, random: number): number {
  const most = Math.min(longest, 2 * shortest * 2 ** round);
  return shortest + random * (most - shortest);
}
