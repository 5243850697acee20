import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Collation, Passage, Touch, Variant, VariantKind } from '../src/collation/collation.js';
import type { Report } from '../src/report/report.js';
import { findChromium, openChromium } from '../src/testing/chromium.js';
import { buildPages, openTestDesk } from '../src/testing/running-desk.js';
import { seeded } from '../src/testing/seeded.js';
import type { Bench } from './bench-case.js';

/** Words and variants of the long report, pages of the large stemma. */
const WORDS = 1500;
const VARIANTS = 600;
const PAGES = 200;
/** A task that keeps a reader waiting, in milliseconds (W3C Long Tasks). */
const LONG = 50;

/** The desk in Chromium: bytes of script, time until a report can be used, long tasks while scrolling and stepping. */
export const bench: Bench = {
  name: 'desk',
  run: async (print) => {
    const pages = await buildPages();
    const assets = readdirSync(join(pages, 'assets'));
    const script = assets
      .filter((name) => name.endsWith('.js'))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(pages, 'assets', name))).length, 0);
    print(`script ${(script / 1000).toFixed(1)} kB gzipped`);
    const chromium = findChromium();
    if (chromium === undefined) return;
    const desk = await openTestDesk({ pages });
    const browser = await openChromium(chromium);
    try {
      for (const [name, report] of [
        [`${VARIANTS} variants`, longReport()],
        [`stemma of ${PAGES}`, largeStemma()],
      ] as const) {
        const { id } = await desk.desk.parts.reports.save(report);
        const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
        print(`${name}: ${await measure(page, `${desk.origin}/report/${id}`)}`);
        await page.context().close();
      }
    } finally {
      await browser.close();
      await desk.close();
    }
  },
};

async function measure(page: Page, address: string): Promise<string> {
  await page.addInitScript(
    `window.longTasks = []; new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });`,
  );
  await page.goto(address);
  await page.locator('.columns-rows').waitFor();
  const ready = await page.evaluate<number>('Math.round(performance.now())');
  await page.waitForTimeout(500);
  await page.evaluate('window.longTasks.length = 0');
  for (let turn = 0; turn < 60; turn++) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(40);
  }
  const scrolled = await page.evaluate<number>(`window.longTasks.splice(0).filter((each) => each > ${LONG}).length`);
  for (let turn = 0; turn < 30; turn++) {
    await page.keyboard.press('n');
    await page.waitForTimeout(40);
  }
  const stepped = await page.evaluate<number>(`window.longTasks.filter((each) => each > ${LONG}).length`);
  return `${scrolled} long tasks in 60 turns of the wheel, ${stepped} in 30 steps; ready in ${ready} ms`;
}

const VOCABULARY =
  'harbour council minister bridge ferry budget strike winter market vote river signal court engine island teacher hospital border valley summit tariff grain tunnel mayor'.split(
    ' ',
  );
const KINDS: readonly VariantKind[] = ['synonym', 'substitution', 'omission', 'addition', 'inflection', 'spelling'];
const TOUCHES: readonly (readonly Touch[])[] = [[], [], [], ['quotation'], ['number'], ['name'], ['meaning']];
const SENTENCE = 20;

function longReport(): Report {
  const chance = seeded(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  let [base, witness, left] = ['', '', VARIANTS];
  const passages: Passage[] = [];
  for (let words = 0; words < WORDS; words += SENTENCE) {
    const [from, to] = [base.length, witness.length];
    const variants: Variant[] = [];
    for (let word = 0; word < SENTENCE; word++) {
      const [kind, kept] = [pick(KINDS), pick(VOCABULARY)];
      const changes = left > 0 && chance() < VARIANTS / WORDS + 0.02;
      const [was, is] = changes
        ? [kind === 'addition' ? '' : kept, kind === 'omission' ? '' : pick(VOCABULARY)]
        : [kept, kept];
      if (changes)
        variants.push({
          kind,
          base: [base.length, base.length + was.length],
          witness: [witness.length, witness.length + is.length],
          from: was,
          to: is,
          touches: pick(TOUCHES),
        });
      if (changes) left--;
      base += `${was}${word === SENTENCE - 1 ? '. ' : ' '}`;
      witness += `${is}${word === SENTENCE - 1 ? '. ' : ' '}`;
    }
    passages.push({ base: [from, base.length], witness: [to, witness.length], variants });
  }
  return reportOf({ base, witness, passages, pages: 2 });
}

function largeStemma(): Report {
  return reportOf({
    base: 'One sentence.',
    witness: 'One sentence.',
    passages: [{ base: [0, 13], witness: [0, 13], variants: [] }],
    pages: PAGES,
  });
}

interface Told {
  readonly base: string;
  readonly witness: string;
  readonly passages: readonly Passage[];
  readonly pages: number;
}

function reportOf({ base, witness, passages, pages }: Told): Report {
  const chance = seeded(11);
  const relations = { verbatim: 0, spun: 1, rewritten: 0, partial: 0, independent: 0, unrelated: 0 };
  const changes = { quotes: [], numbers: [], dates: [], names: [], meaning: [], byline: [], credit: [] };
  const collation: Collation = {
    relation: 'spun',
    probability: 1,
    relations,
    direction: 'base',
    shared: { base: 1, witness: 1 },
    passages,
    changes,
    grounds: [],
  };
  const witnesses = Array.from({ length: pages }, (_, i) => ({
    siglum: `W${i}`,
    id: `p${i}`,
    outlet: `Outlet ${i}`,
    published: new Date(Date.UTC(2026, 2, 11, i)).toISOString(),
    lost: false,
  }));
  const descents = witnesses.slice(1).map(({ siglum }, i) => ({
    exemplar: `W${Math.floor(chance() * chance() * (i + 1))}`,
    copy: siglum,
    relation: 'spun' as const,
    probability: chance(),
    grounds: [],
  }));
  return {
    self: 'A',
    page: {
      byline: [],
      parts: [{ kind: 'paragraph', text: witness }],
      text: witness,
      source: witness,
      claims: [],
      notes: [],
    },
    verdict: { relation: 'spun', probability: 1, relations, sentence: 'A copy, spun.', grounds: [] },
    collations: [{ with: { id: 'p0' }, collation, text: base, place: 'exemplar', credited: false }],
    stemma: { witnesses, descents },
    statements: [],
    sources: { pages, independent: 1, origins: [], statements: [] },
    inspect: { spun: 1, spans: [], restored: witness, queries: [], grounds: [] },
    exhibits: witnesses.map(({ id }) => ({ id, digest: '0'.repeat(64) })),
  };
}
