import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The desk's pages: built into `dist/web`, which the server hands out. Nothing is inlined, so that the page's policy can forbid inline script and style. */
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
