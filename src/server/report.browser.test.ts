import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../testing/chromium.js';
import { openVisitedDesk, SPUN, STORY, type VisitedDesk } from '../testing/visited-desk.js';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('a report in a browser', () => {
  let visited: VisitedDesk;

  beforeAll(async () => {
    visited = await openVisitedDesk(chromium ?? '');
  }, 120_000);
  afterAll(() => visited.close());

  it('leads from variant to variant by keys, and shows only the kinds that are asked for', async () => {
    const { page, complaints } = await visited.visit(visited.report);
    await page.locator('.columns-rows').waitFor();
    const current = (variant: number): Promise<void> =>
      page.locator(`.v.current[data-v="${variant}"]`).first().waitFor();
    await page.keyboard.press('n');
    await current(0);
    await page.keyboard.press('n');
    await current(1);
    await page.keyboard.press('p');
    await current(0);
    await page.getByRole('button', { name: /^In quotes/ }).click();
    await page.locator('.v.off').first().waitFor();
    const shown = await page.evaluate<boolean>(
      "[...document.querySelectorAll('.columns-rows [data-v]:not(.off)')].every((each) => each.className.includes('t-quotation'))",
    );
    expect(shown).toBe(true);
    await page.getByRole('button', { name: /^Next/ }).click();
    await page.locator('.v.current.t-quotation').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('leads from change to change by keys, each at an address of its own, with a way to the words in both pages', async () => {
    const { page, complaints } = await visited.visit(visited.report, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('.columns-rows').waitFor();
    const at = (words: string): Promise<void> => page.locator('.stepper .current', { hasText: words }).waitFor();
    await page.keyboard.press('j');
    await at('Change 1 of ');
    await page.keyboard.press('j');
    await at('Change 2 of ');
    expect(new URL(page.url()).hash).toBe('#change-2');
    expect(await page.locator('.v.current').count()).toBeGreaterThan(1);
    await page.keyboard.press('k');
    await at('Change 1 of ');
    const number = page.locator('.change-group.numbers tr[id]');
    const name = (await number.getAttribute('id')) ?? '';
    await page.goto(`${visited.desk.origin}${visited.report}#${name}`);
    await page.reload();
    await at('A number differs');
    expect(await number.getAttribute('aria-current')).toBe('true');
    expect(await number.locator('.is mark').textContent()).toBe('130 kilometers');
    const [was, is] = await number
      .locator('.at-page')
      .evaluateAll((links) => links.map((link) => decodeURIComponent((link as unknown as { href: string }).href)));
    expect(was).toBe(`${STORY[0]?.url ?? ''}#:~:text=which runs for-,310 kilometers,-from the Merovan`);
    expect(is).toBe(`${SPUN?.url ?? ''}#:~:text=which operates for-,130 kilometers,-from the Merovan`);
    await number.getByRole('button', { name: /^Copy/ }).click();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain('130 kilometers');
    expect(copied).toContain(`${visited.desk.origin}${visited.report}#${name}`);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toMatch(
      /A copy, spun\.[^]*\n9\. A number differs/,
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows how every page has a sentence, and goes from a statement to its place', async () => {
    const { page } = await visited.visit(visited.report);
    const row = page.locator('.pair-row.shared').nth(1);
    await row.hover();
    await row.getByRole('button', { name: 'All readings' }).click();
    await row.locator('.apparatus > div').first().waitFor();
    expect(await row.locator('.apparatus > div').count()).toBeGreaterThan(3);
    await page.locator('.said-link').first().click();
    await page.locator('.pair-row.arrived').waitFor();
    const speaker = await page.locator('.statements tbody th').first().textContent();
    await page.getByLabel('Speaker').selectOption({ index: 1 });
    expect(await page.locator('.statements tbody tr').count()).toBeGreaterThan(0);
    expect(speaker).not.toBe('');
    await page.context().close();
  });

  it('shows the stemma as a drawing, a list and a timeline, and compares two pages that are picked by keyboard', async () => {
    const { page } = await visited.visit(visited.report);
    const rows = page.locator('.stemma-row:not(.lost)');
    await rows.nth(0).focus();
    expect(await page.locator('.card-name').textContent()).toContain(
      await rows.nth(0).locator('.row-name').textContent(),
    );
    await page.keyboard.press('Enter');
    await rows.nth(2).focus();
    await page.keyboard.press('Enter');
    const wanted = await rows.nth(2).locator('.siglum').textContent();
    await page.locator(`.columns-head .siglum:text-is("${wanted ?? ''}")`).waitFor();
    const count = await page.locator('.stemma-row').count();
    await page.getByRole('button', { name: 'List' }).click();
    expect(await page.locator('.stemma-list li').count()).toBe(count);
    await page.getByRole('button', { name: 'Timeline' }).click();
    expect(await page.locator('.timeline li').count()).toBeGreaterThan(3);
    await page.context().close();
  });

  it('draws the stemma by depth on a telephone, with the exemplar in words, and nothing scrolls sideways', async () => {
    const { page, complaints } = await visited.visit(visited.report, { viewport: { width: 390, height: 844 } });
    await page.locator('.by-depth .stemma-row').first().waitFor();
    expect(await page.locator('.stemma-row.traced .row-time').textContent()).toMatch(/^spun from A · 11 Mar, 17:58$/);
    const wide = await page.evaluate<string[]>(
      "[...document.querySelectorAll('html, .stemma-figure *:not(.visually-hidden)')].filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1 && getComputedStyle(each).overflowX !== 'hidden' && getComputedStyle(each).display !== 'inline').map((each) => each.className)",
    );
    expect(wide).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is not widened by a word without end, in lists neither', async () => {
    const endless = {
      text: `The ferry was late, the office said. ${'endless'.repeat(60)} on Monday.`,
      title: 'W'.repeat(300),
    };
    const location = (await visited.desk.post('/api/trace', endless)).headers.get('location') ?? '';
    for (const path of [location, '/']) {
      const { page } = await visited.visit(path, { viewport: { width: 390, height: 844 } });
      await page.getByText('W'.repeat(300)).first().waitFor();
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 390]);
      await page.context().close();
    }
  });

  it('tells a later version of the same address as a version, with what was changed since', async () => {
    const url = 'https://pier.example/fire';
    const text =
      'ORLAND — The old pier of Orland burned down on Thursday night, injuring 17 people, the fire service said. The flames were seen across the bay. “We had no warning,” said the harbour master, Ilse Brand.';
    const earlier = { url, outlet: 'The Pier', title: 'Pier burns, 17 hurt', published: '2026-04-02T21:00:00Z', text };
    const later = {
      ...earlier,
      title: 'Pier burns, 19 hurt',
      published: '2026-04-03T08:00:00Z',
      text: `${text.replace('17', '19')} The mayor promised that a new one would be built before the summer.`,
    };
    const location = (await visited.desk.post('/api/trace', { ...later, against: [earlier] })).headers.get('location');
    const { page, complaints } = await visited.visit(location ?? '');
    await page.getByRole('heading', { level: 1, name: 'A later version of a story at hand.' }).waitFor();
    expect(await page.locator('.change-group.numbers .is mark').textContent()).toContain('19');
    expect(await page.locator('table.version').textContent()).toContain('The mayor promised');
    expect(await page.locator('.stemma-row.traced').textContent()).toContain('version of A');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
