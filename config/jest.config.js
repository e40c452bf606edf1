const rootDir = new URL('..', import.meta.url).pathname;

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      target: 'es2023',
    },
    sourceMaps: true,
  },
];

const common = {
  rootDir,
  runtime: '<rootDir>/config/jest/native-runtime.js',
  testEnvironment: '<rootDir>/config/jest/native-environment.js',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/structure/planted/'],
};

export default {
  rootDir,
  // More than cores: many tests wait for a process, a browser or a clock.
  maxWorkers: 4,
  testSequencer: '<rootDir>/config/jest/longest-first.js',
  // Modules of a test file stay in a worker's memory: a worker that grew is replaced.
  workerIdleMemoryLimit: '1.5GB',
  // Far above what is slow: a busy machine is no fault of the code.
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/config/test-reporter.js'],
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts?(x)'] },
    {
      ...common,
      displayName: 'system',
      testMatch: ['<rootDir>/test/**/*.spec.ts?(x)'],
      globalSetup: '<rootDir>/test/support/global-setup.js',
      globalTeardown: '<rootDir>/test/support/global-teardown.js',
    },
  ],
};
