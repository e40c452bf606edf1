/**
 * Ends a test run with the line `N passed, N failed` (`, N skipped` follows when there are any).
 * A suite that failed to run counts as one failed test. The line is written when the process exits,
 * so that no summary, teardown or warning of Jest comes after it.
 */
export default class TestReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
