import { z } from 'zod';

const bare = (address: string): boolean => {
  const { username, password } = new URL(address);
  return username === '' && password === '';
};

/**
 * Addresses of the broker, tried in turn: `mqtt://host:port` or `mqtts://host:port`. Who signs in is said beside
 * them: addresses stand in logs and on screens, so a password in one is refused, and never repeated.
 */
export const Brokers = z
  .array(
    z
      .url({ protocol: /^mqtts?$/, abort: true })
      .refine(bare, 'user and password do not belong in the address: use username and passwordFile'),
  )
  .min(1);
