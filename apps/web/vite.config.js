import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

export default {
  root: at('.'),
  base: '/app/',
  resolve: {
    alias: {
      '#client/queries': at('../../libs/client/src/generated/@tanstack/react-query.gen.ts'),
      '#client': at('../../libs/client/src/index.ts'),
    },
  },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The officials' client, and what the citizens' pages load, which the service makes itself.
      input: ['index.html', 'src/portal/portal.css', 'src/portal/receipt.ts', 'src/portal/proof.ts'].map(at),
      // Libraries say where they run; here all of them run in the browser.
      onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log),
    },
  },
};
