/** What runs when a decision is loaded: types, which the other rules count too, are left out. */
const { options } = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'decisions-are-pure-all-the-way-down',
      comment:
        'nothing that a decision brings along, by whatever way, opens a connection or starts a framework',
      severity: 'error',
      from: {
        path: '^libs/(overdue/src(/time)?|circulation/src|.*/(task|plan|money|office|dossier|procedure|feedback|dialogue|document|programme|inspection|oversight|regime|catalogue|official|year|sheet|round|entry|survey))/[^/]+\\.ts$',
        pathNot: '(spec|story|commands|controller|upcasts)\\.ts$',
      },
      to: {
        path: '(@nestjs/(core|cqrs|platform-fastify)|node_modules/(typeorm|pg|bullmq|fastify)/)',
        reachable: true,
      },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
