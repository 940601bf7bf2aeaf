import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { openStore } from '../../src/hub/store/store.ts';
import { draft } from '../support/foreign-seat.ts';
import { openTestDesk } from '../support/hub-desk.ts';
import { storeInFile } from './house-store.ts';
import { judge } from './oracle.ts';

it.each([
  ['a hub that knows what it has answered', false, []],
  ['a hub that has forgotten it', true, [expect.stringMatching(/^applied twice: 1/)]],
])('asked again, %s: what the oracle finds', async (_who, forgets, found) => {
  const room = await openTestDesk();
  try {
    const make = await room.signIn('seat-01', 'p-1');
    const target = { type: 'ticket', id: v7() };
    const note = make({ op: 'ticket.note', target, exp: 1, args: { text: 'vu' } });
    await room.ask('seat-01', make({ op: 'ticket.create', target, exp: 0, args: draft() }), note);
    if (forgets) await room.store.db.deleteFrom('command').execute();
    expect(await room.ask('seat-01', note)).toMatchObject([{ code: 'OK' }]);
    await room.store.close();

    const hub = await storeInFile(dirname(String(room.place))).read();
    const nothing = { lost: [], seats: [], kept: [], trouble: [], unsaid: [], heard: [], absences: [] };
    expect(judge({ hub, ...nothing, dismissed: new Set(), absentMs: 0 }).broken).toEqual(found);
  } finally {
    await room.close();
  }
});

it('a store that has forgotten is still the one that a killed hub has left, of the same epoch', async () => {
  const room = await openTestDesk();
  const folder = mkdtempSync(join(tmpdir(), 'vigie-forgetful-'));
  try {
    await room.signIn('seat-01', 'p-1');
    const left = join(folder, 'hub.db');
    for (const end of ['', '-wal']) cpSync(`${room.place}${end}`, `${left}${end}`);
    await storeInFile(folder).forgetCommands();
    const again = await openStore(left, v7);
    expect(await again.db.selectFrom('command').selectAll().execute()).toEqual([]);
    expect(again.epoch).toBe(room.store.epoch);
    await again.close();
  } finally {
    await room.close();
    rmSync(folder, { recursive: true });
  }
});
