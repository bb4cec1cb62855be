// Nest 12 is ESM: Jest runs it with --experimental-vm-modules (see package.json) and swc compiles each file.
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // @fastify/static requires this ES module; Node can do that, Jest below Node 24.9 cannot.
  transformIgnorePatterns: ['/node_modules/(?!content-disposition/)', '\\.pnp\\.[^\\/]+$'],
  transform: {
    'node_modules/content-disposition/.+\\.js$': ['@swc/jest', { jsc: { target: 'es2022' } }],
    '^.+\\.ts$': ['@swc/jest', {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    }],
  },
};

export default {
  // A first database start takes half a second alone, several on a machine that is busy with everything else.
  testTimeout: 30_000,
  maxWorkers: process.env.CI ? 2 : '100%',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.unit-spec.ts', '<rootDir>/test/golden/*.spec.ts'] },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
