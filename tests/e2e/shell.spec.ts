import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import electron from 'electron';
import type { Bridge } from '../../src/shared/ipc/contract.ts';
import { electronArguments } from '../support/console.ts';
import { expect, test } from '../support/e2e.ts';
import { signIn } from '../support/operator.ts';

test('the shell: pages are locked in, what they ask is checked by name, and there is one of it', async ({
  start,
}) => {
  const room = await start({ seats: ['seat-01'], origins: ['https://video.room.example'] });
  const { app, page, output, userData } = await room.open('seat-01', {
    expected: [/Content Security Policy/],
  });
  await signIn(page, 'Camille Petit');

  await test.step('a page opens no window, goes nowhere and holds nothing of Node', async () => {
    const has = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    );
    expect(has).toEqual([]);
    expect(await page.evaluate(() => Object.keys(window.vigie).sort())).toEqual(['on', 'request']);

    await page.evaluate(() => void window.open('https://example.org/'));
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
    });
    const url = page.url();
    await page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    // Whoever still answers here has not been taken elsewhere.
    await page.getByRole('button', { name: 'Créer' }).click();
    await expect(page.getByRole('dialog', { name: 'Nouvelle intervention' })).toBeVisible();
    expect(page.url()).toBe(url);
    expect(app.windows()).toHaveLength(1);
  });

  await test.step('the content security policy holds and names the video origins only', async () => {
    const policy = await page.evaluate(async () => {
      const { headers } = await fetch('index.html');
      return headers.get('content-security-policy') ?? '';
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' https://video.room.example");
    expect(policy).not.toMatch(/unsafe|\*/);
    const [inline, foreign] = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.name = "inline";';
      document.body.append(script);
      const answer = await fetch('https://example.org/').then(
        () => 'fetched',
        () => 'refused',
      );
      return [window.name, answer];
    });
    expect(inline).not.toBe('inline');
    expect(foreign).toBe('refused');
  });

  await test.step('a request that is unknown, or whose input is wrong, is refused by name', async () => {
    const ask = (name: string, input: unknown) =>
      page.evaluate(
        ([which, what]) =>
          (window.vigie as Bridge).request(which as 'shell.info', what as undefined).then(
            () => 'answered',
            (error: Error) => error.message,
          ),
        [name, input] as const,
      );
    expect(await ask('shell.info', undefined)).toBe('answered');
    expect(await ask('shell.exec', 'rm')).toBe('unknown request');
    expect(await ask('constructor', undefined)).toBe('unknown request');
    expect(await ask('session.open', { person: 7, proof: '' })).toMatch(/^session\.open: person: /);
    expect(await ask('desk.act', { op: 'ticket.claim', ticket: 't', args: {}, exp: -1 })).toMatch(
      /^desk\.act: exp: /,
    );
    expect(await ask('prefs.get', { key: 'x'.repeat(81) })).toMatch(/^prefs\.get: key: /);
    await expect.poll(() => output.join('')).toContain('refused a request: unknown request');
  });

  await test.step('what a page makes of pieces is saved whole, under its name', async () => {
    const pieces = Array.from({ length: 46 }, (_, n) => `rue ${n};`.repeat(30_000));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.evaluate((parts) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
        link.download = 'energie-rues-2026-11-29.csv';
        link.click();
      }, pieces),
    ]);
    expect(saved.suggestedFilename()).toBe('energie-rues-2026-11-29.csv');
    expect(readFileSync(await saved.path(), 'utf8') === pieces.join('')).toBe(true);
  });

  await test.step('a second instance hands over to the first and ends', async () => {
    const minimised = () => app.evaluate((main) => main.BrowserWindow.getAllWindows()[0]?.isMinimized());
    await app.evaluate((main) => main.BrowserWindow.getAllWindows()[0]?.minimize());
    await expect.poll(minimised).toBe(true);
    const second = spawn(electron as unknown as string, electronArguments(room.config('seat-01'), userData), {
      stdio: 'ignore',
    });
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    await expect.poll(minimised).toBe(false);
    expect(app.windows()).toHaveLength(1);
  });
});
