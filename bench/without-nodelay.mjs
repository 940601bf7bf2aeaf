import { Socket } from 'node:net';

/** Loaded before the hub: the rival of `bench:claims` leaves its small packets to Nagle's algorithm. */
Socket.prototype.setNoDelay = function setNoDelay() {
  return this;
};
