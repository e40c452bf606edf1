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
    files: ['src/**/*.tsx', 'src/**/pages/**'],
    rules: { 'house/calendar-fields-are-ours': 'error' },
  },
  {
    files: ['src/**/pages/**'],
    ignores: ['src/platform/pages/browser/device-*.ts'],
    rules: { 'house/device-has-one-owner': 'error' },
  },
  {
    files: ['src/**/pages/browser/**'],
    ignores: [
      'src/platform/pages/browser/ask.ts',
      // What sends the entries of the day runs in its service worker, too, which answers for the server and has no page.
      'src/platform/pages/browser/queue-sending.ts',
      'src/visit-days/pages/browser/day-worker.ts',
    ],
    rules: { 'house/server-is-asked-in-one-place': 'error' },
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
  {
    files: ['src/**'],
    ignores: [
      // Written, and released from there.
      'src/feedback/storage/{entities,feedback-releases,feedback-repository}.ts',
      // One's own form; who has answered; the texts that are left when the forms are closed.
      'src/feedback/queries/{feedback-form,feedback-due,visit-feedback}.ts',
    ],
    rules: { 'house/feedback-is-read-as-released': 'error' },
  },
  {
    files: ['src/**/pages/**'],
    ignores: [
      // Paper, and people whose zone nobody knows.
      'src/agendas/pages/agenda-print-page.tsx',
      'src/check-in/pages/{attendance-sheet-page,paper-page}.tsx',
      'src/calendars/pages/answer-page.tsx',
      'src/feedback/pages/feedback-page.tsx',
      'src/learning/pages/learning-page.tsx',
      'src/press/pages/quote-page.tsx',
      // A calendar's grid and the day itself, which show both clocks by themselves.
      'src/calendars/pages/calendar-events.ts',
      'src/visit-days/pages/day-page.tsx',
      // Times that are chosen, proposed or asked about, all ahead: by the host's clock.
      'src/agendas/pages/agenda-editor-page.tsx',
      'src/booking/pages/{booking-words.ts,time-warnings.tsx}',
      'src/calendars/pages/move-page.tsx',
      'src/hosts/pages/compare-page.tsx',
      'src/replies/pages/questions-card.tsx',
      'src/units/pages/displaced-card.tsx',
      'src/visits/pages/{host-day.tsx,step-words.ts,visit-edit-page.tsx,visit-status.tsx,what-next.ts}',
      // A line of history, by the host's clock.
      'src/visits/pages/field-change-words.ts',
      // A choice among visits, in one line each.
      'src/notes/pages/note-form-page.tsx',
    ],
    rules: { 'house/visit-times-know-their-reader': 'error' },
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
