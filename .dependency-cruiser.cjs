/** The arrows between rooms. Types count too, so a forbidden type import fails as well. */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment: 'Business rules are plain data in, plain data out; decimal.js is allowed for money.',
      severity: 'error',
      from: { path: '^src/domain' },
      to: { pathNot: '^src/domain|node_modules/decimal\\.js' },
    },
    {
      name: 'application-knows-ports-only',
      severity: 'error',
      from: { path: '^src/application' },
      to: { path: '^src/(infrastructure|projections)' },
    },
    {
      name: 'application-no-drivers',
      severity: 'error',
      from: { path: '^src/application' },
      to: { path: 'node_modules/(pg|knex|express|ws|kafkajs|@eventstore|inversify|undici)/' },
    },
    {
      name: 'projections-know-no-adapters',
      severity: 'error',
      from: { path: '^src/projections' },
      to: { path: '^src/infrastructure' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
