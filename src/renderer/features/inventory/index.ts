/** The city's inventory where somebody mends it: a lamp stands elsewhere than it says. */
export { MendLamp } from './MendLamp.tsx';
