/** `npm run train [NAME…]`: builds the files of `data/`, all or the named ones; `spin-growth` draws what its background is worth. A trainer is `train/<name>.ts`, exporting `build<Name>`. */
const TRAINERS: Readonly<Record<string, () => Promise<void> | void>> = {
  expressions: async () => (await import('./expressions.js')).buildExpressions(),
  lexicon: async () => (await import('./lexicon.js')).buildLexicon(),
  page: async () => (await import('./page-blocks.js')).buildPage(),
  relation: async () => (await import('./relation.js')).buildRelation(),
  spin: async () => (await import('./spin.js')).buildSpin(),
  'spin-growth': async () => (await import('./spin-growth.js')).plotGrowth(),
  statement: async () => (await import('./statement.js')).buildStatement(),
};

const wanted = process.argv.slice(2);
for (const [name, build] of Object.entries(TRAINERS)) if (wanted.length === 0 || wanted.includes(name)) await build();
