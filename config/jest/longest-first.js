import Sequencer from '@jest/test-sequencer';

/** What takes longest, longest first: begun last, one of them would keep a run waiting for itself alone. */
const LONG = [
  'test/browser/pages',
  'test/mail-processes',
  'test/demo',
  'test/kills',
  'test/browser/offline-day',
  'test/sweeps',
  'test/process-failures',
  'test/embedded-server',
  'test/booking-pages',
  'test/browser/knowledge-pages',
  'test/job-processes',
  'test/browser/shared-device-day',
  'test/routes',
  'test/browser/troubles',
  'test/feedback',
];

const place = ({ path }) => {
  const found = LONG.findIndex((name) => path.includes(`/${name}.`));
  return found < 0 ? LONG.length : found;
};

/** The order of test files: these, then the others as Jest orders them. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return [...usual].sort((one, other) => place(one) - place(other));
  }
}
