/** Imports go one way: apps → capabilities → foundations → kernel. */
const capabilities =
  'capability|overdue|circulation|planning|reporting|dossiers|feedback|inspection|evaluation|registers|organisation|notification|persons|documents|integration';
const foundations = 'event-store|projection|parked|deadline|ledger|queue|outbox|sheet|calendar|vault';
const decisions = {
  path: '^libs/.*/(task|plan|money|office|dossier|procedure|feedback|dialogue|document|report|series|programme|inspection|oversight|time|regime|catalogue|official|year|sheet|round|entry|survey)/[^/]+\\.ts$',
  pathNot: '(spec|commands|controller)\\.ts$',
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      from: { path: '^libs/kernel' },
      to: { path: '^(apps|libs/(?!kernel))' },
    },
    {
      name: 'foundations-know-no-administration',
      severity: 'error',
      from: { path: `^libs/(${foundations})/` },
      to: { path: `^(apps|libs/(${capabilities}))` },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs' }, to: { path: '^apps' } },
    {
      name: 'no-one-enters-by-the-window',
      comment: 'a library is entered by its index, never by a file inside',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: [
          '^libs/$1/',
          '^libs/client/src/generated/',
          '^libs/[^/]+/src/((verify|database|plain|office|agenda|history)/)?index\\.ts$',
        ],
      },
    },
    {
      name: 'pages-know-the-api-by-its-client',
      comment: 'what runs in a browser knows the service only as it describes itself',
      severity: 'error',
      from: { path: '^(apps/web|libs/client)' },
      to: { path: '^(apps/(?!web)|libs/(?!client))' },
    },
    {
      name: 'decisions-are-pure',
      comment: 'decide and evolve know no framework, database or clock',
      severity: 'error',
      from: decisions,
      to: { path: '(@nestjs|typeorm|pg|bullmq)', dependencyTypes: ['npm'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^libs/client/dist/' },
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'default'] },
  },
};
