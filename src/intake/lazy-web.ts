import type { Web, WebOptions } from './web.js';

/** The web, whose machinery is loaded with the first address: most inputs are files, and commands run in loops. */
export function lazyWeb(options: WebOptions): Web {
  let web: Promise<Web> | undefined;
  return {
    get: async (address, validators) => {
      web ??= import('./web.js').then(({ openWeb }) => openWeb(options));
      return (await web).get(address, validators);
    },
    close: async () => (await web)?.close(),
  };
}
