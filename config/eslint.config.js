import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { houseRules } from './eslint-house-rules.js';

const repository = new URL('..', import.meta.url).pathname;

const typescript = ['**/*.ts', '**/*.tsx'];
const specs = ['test/**', '**/*.spec.ts', '**/*.spec.tsx'];

export default defineConfig(
  {
    ignores: [
      'dist/**',
      'config/generated/**',
      'data/**',
      'coverage/**',
      '**/node_modules/**',
      'test/structure/planted/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: repository } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    rules: {
      // Text from outside is cleaned of control characters, so patterns name them.
      'no-control-regex': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 6],
    },
  },
  {
    // A test's describe holds all its cases; a migration's up is one piece of SQL.
    files: [...specs, 'migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['src/**', 'config/*.ts', 'migrations/**'],
    plugins: { house: { rules: houseRules } },
    rules: { 'house/settings-come-from-environment': 'error', 'house/time-comes-from-clock': 'error' },
  },
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/platform/pages/page-form.tsx'],
    rules: { 'house/forms-name-their-person': 'error' },
  },
  {
    files: ['src/**/pages/**'],
    ignores: ['src/platform/pages/browser/device-*.ts'],
    rules: { 'house/device-has-one-owner': 'error' },
  },
  {
    files: ['src/**/domain/**'],
    ignores: specs,
    rules: { 'house/chance-is-an-argument': 'error' },
  },
  {
    files: ['src/**'],
    ignores: [
      ...specs,
      // Where the states and their steps are told.
      'src/visits/domain/**',
      // Stories: visits as they are told in samples, in the demonstration and for measuring.
      'src/**/domain/mail-samples.ts',
      'src/commands/{demo,bench}/**',
      // The database's own constraints, as they stand there.
      '**/*.entity.ts',
    ],
    rules: { 'house/visit-states-are-asked-for-facts': 'error' },
  },
  {
    files: ['src/**'],
    ignores: [...specs, 'src/platform/security/**', 'src/commands/{demo,bench}/**', '**/*.entity.ts'],
    rules: { 'house/roles-are-asked-for-capabilities': 'error' },
  },
  { files: ['config/environment.ts'], rules: { 'house/settings-come-from-environment': 'off' } },
  {
    // The browser has no clock service: its own clock counts down and marks what is now.
    files: ['src/platform/clock*', 'src/platform/clock/**', 'src/**/pages/browser/**'],
    rules: { 'house/time-comes-from-clock': 'off' },
  },
  {
    files: ['src/**/*.spec.ts', 'src/**/*.spec.tsx'],
    rules: { 'house/settings-come-from-environment': 'off' },
  },
);
