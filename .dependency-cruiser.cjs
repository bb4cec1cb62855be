// The order of the rooms, as executable architecture. Data flows one way; the core depends on nothing.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure', severity: 'error',
      comment: 'src/core imports only itself; natural and ml-distance are the two libraries it may compute with.',
      from: { path: '^src/core/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/core/', 'node_modules/natural/lib/natural/stemmers/', 'node_modules/ml-distance/'] },
    },
    {
      name: 'platform-knows-no-domain', severity: 'error',
      from: { path: '^src/platform/' }, to: { path: '^src/(modules|core)/', pathNot: '^src/core/shared/' },
    },
    {
      name: 'nobody-imports-the-shell', severity: 'error',
      from: { path: '^src/(core|modules|platform)/' }, to: { path: '^src/(main|cli|app\\.module)\\.ts$' },
    },
    {
      name: 'facts-do-not-know-matching', severity: 'error',
      comment: 'reference -> candidates | vacancies -> ingestion -> matching -> measures; never back.',
      from: { path: '^src/modules/(reference|candidates|vacancies|ingestion)/' }, to: { path: '^src/modules/(matching|measures|shortlists|job-fairs|follow-up|insight)/' },
    },
    {
      name: 'core-rooms-in-order', severity: 'error',
      comment: 'shared, text, records, reference < classification, extraction < matching < measures; scheduling stands alone.',
      from: { path: '^src/core/(shared|text|records|reference|classification|extraction)/' }, to: { path: '^src/core/(matching|measures|scheduling)/' },
    },
    {
      name: 'matching-does-not-know-measures', severity: 'error',
      from: { path: '^src/core/matching/' }, to: { path: '^src/core/(measures|scheduling)/' },
    },
    { name: 'no-dev-dependencies-in-src', severity: 'error', from: { path: '^src/', pathNot: '\\.spec\\.ts$' }, to: { dependencyTypes: ['npm-dev'] } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
