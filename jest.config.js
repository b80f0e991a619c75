/** Jest runs the TypeScript sources as ES modules; `npm test` adds the Node flag this needs. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', { swcrc: true }] },
  moduleNameMapper: {
    '^#(kernel|event-store|projection|parked|queue|calendar|deadline|overdue|circulation|ledger|vault|notification|organisation|planning|persons|dossiers|outbox|sheet|documents|feedback|integration|reporting)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^#(ledger|kernel|organisation|deadline|dossiers)/(verify|database|plain|office|agenda|history)$':
      '<rootDir>/libs/$1/src/$2/index.ts',
    '^(\\.{1,2}/.*(?<!\\.json))\\.js$': '$1', // what a package calls .json.js is a script
  },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  testTimeout: 240_000,
  maxWorkers: 3,
};
