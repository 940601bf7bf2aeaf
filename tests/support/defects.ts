/** Loaded into a process before its program: signals then make the defects that no input is known to make. */
process.on('SIGUSR2', () => {
  throw new Error('a planted exception');
});
process.on('SIGHUP', () => {
  void Promise.reject(new Error('a planted rejection'));
});
