import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { openTicket, signIn, ticketOf } from '../support/operator.ts';

const TITLE = 'Malaise, personne inconsciente';

/** The processes that Chromium runs for the application's pages. Linux only. */
function renderersOf(app: ElectronApplication): number[] {
  const read = (pid: number, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return ''; // it ended meanwhile
    }
  };
  const parentOf = (pid: number) => Number(read(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0);
  const isOurs = (pid: number): boolean => pid > 1 && (pid === app.process().pid || isOurs(parentOf(pid)));
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && read(pid, 'cmdline').includes('--type=renderer') && isOurs(pid));
}

/** Playwright's page died with its process: what the window shows now is asked through main. */
const inWindow = (app: ElectronApplication, expression: string): Promise<unknown> =>
  app
    .evaluate(({ BrowserWindow }, code) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.webContents.isCrashed() === false
        ? window.webContents.executeJavaScript(code)
        : undefined;
    }, expression)
    .catch(() => undefined); // it is on its way to another page

test('a page whose process is killed comes back to where the operator was, and works', async ({ start }) => {
  const room = await start({ seats: ['seat-01'] });
  const { app, page, output } = await room.open('seat-01');
  await signIn(page, 'Camille Petit');
  await room.field.call({ title: TITLE });
  await openTicket(page, TITLE);
  await page.keyboard.press('t');
  await ticketOf(page).getByRole('textbox').fill('pompiers sur place');
  await expect.poll(() => renderersOf(app).length).toBeGreaterThan(0);
  const crashed = page.waitForEvent('crash');
  for (const pid of renderersOf(app)) process.kill(pid, 'SIGKILL');
  await crashed;

  const shown = () => inWindow(app, 'document.body.innerText');
  await expect.poll(shown).toMatch(/L’affichage a été relancé à \d\d:\d\d:\d\d/);
  await expect.poll(shown).toContain(TITLE);
  const note = () => inWindow(app, "document.querySelector('textarea')?.value");
  await expect.poll(note).toBe('pompiers sur place');
  expect(output.join('')).toContain('the page has gone and is loaded anew');

  await inWindow(app, "document.querySelector('textarea').form.requestSubmit()");
  await expect.poll(shown).toContain('Votre note');
});
