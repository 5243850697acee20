import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Folders in the order in which imports may go: a file imports from its own folder and from folders before it. */
const ORDER = [
  'page',
  'witness',
  'fingerprint',
  'collation',
  'spin',
  'statement',
  'stemma',
  'report',
  'archive',
  'intake',
  'knowledge',
  '.',
  'server',
  'cli',
  'web',
  'testing',
];
/** Folders that do no I/O, read no clock and throw no dice. */
const PURE = ORDER.slice(0, ORDER.indexOf('archive'));
const ROOT = fileURLToPath(new URL('.', import.meta.url));

interface Source {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

function sources(): Source[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => ({
      path,
      folder: path.includes('/') ? (path.split('/')[0] ?? '.') : '.',
      text: readFileSync(ROOT + path, 'utf8'),
    }));
}

function importsOf(source: Source): string[] {
  return [...source.text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)].map((match) => match[1] ?? '');
}

describe('folders', () => {
  it('import in one direction, types included', () => {
    const wrong = sources().flatMap((source) =>
      importsOf(source)
        .filter((name) => name.startsWith('.'))
        .map((name) => new URL(name, `file:///${source.path}`).pathname.slice(1))
        .filter((path) => path.replace(/\.js$/, '') !== 'error')
        .map((path) => ({ path, folder: path.includes('/') ? (path.split('/')[0] ?? '.') : '.' }))
        .filter(({ folder }) => ORDER.indexOf(folder) < 0 || ORDER.indexOf(folder) > ORDER.indexOf(source.folder))
        .map(({ path }) => `${source.path} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('hold no files that import each other in a circle, types included', () => {
    const imports = new Map(
      sources().map((source) => [
        source.path,
        importsOf(source)
          .filter((name) => name.startsWith('.'))
          .map((name) => new URL(name, `file:///${source.path}`).pathname.slice(1).replace(/\.js$/, '')),
      ]),
    );
    const pathOf = new Map([...imports.keys()].map((path) => [path.replace(/\.tsx?$/, ''), path]));
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' imports '));
      if (way.includes(path) || done.has(path)) return;
      for (const name of imports.get(path) ?? []) {
        const next = pathOf.get(name.replace(/\.tsx?$/, ''));
        if (next !== undefined) walk(next, [...way, path]);
      }
      done.add(path);
    };
    for (const path of imports.keys()) walk(path, []);
    expect(circles).toEqual([]);
  });

  it('of the core do no I/O, read no clock and throw no dice', () => {
    const wrong = sources()
      .filter(({ folder }) => PURE.includes(folder))
      .flatMap((source) => [
        ...importsOf(source)
          .filter((name) => name.startsWith('node:'))
          .map((name) => `${source.path} imports ${name}`),
        ...[
          ...source.text.matchAll(/\b(?:Date\.now|Math\.random|new Date\(\)|process\.|fetch\(|setTimeout|console\.)/g),
        ].map((match) => `${source.path}: ${match[0]}`),
      ]);
    expect(wrong).toEqual([]);
  });

  it('have no module-level mutable state in the core', () => {
    const wrong = sources()
      .filter(({ folder }) => PURE.includes(folder))
      .flatMap((source) =>
        [...source.text.matchAll(/^(?:export )?let \w+/gm)].map((match) => `${source.path}: ${match[0]}`),
      );
    expect(wrong).toEqual([]);
  });
});
