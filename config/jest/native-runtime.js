import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const GLOBALS = 'jest:globals';
const NAMES = [
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'it',
  'jest',
  'test',
];

/** What the test file that runs now calls `describe`, `test` and so on; read by the module `@jest/globals`. */
const current = (globalThis[Symbol.for('jest-globals')] = {});

// A forwarder, since helpers stay loaded while each test file has its own functions.
const globalsSource = `
  const current = globalThis[Symbol.for('jest-globals')];
  const forward = (name) => new Proxy(function () {}, {
    apply: (_target, self, values) => Reflect.apply(current[name], self, values),
    get: (_target, key) => current[name][key],
  });
  ${NAMES.map((name) => `export const ${name} = forward('${name}');`).join('\n')}`;

/** Compiles with Jest's transformer, hence with its cache on disk; set by the first test file of a worker. */
let compile;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && !context.parentURL.includes('/node_modules/')) {
      const url = new URL(specifier, context.parentURL).href.replace(/\.js$/, '');
      const source = [`${url}.ts`, `${url}.tsx`].find((candidate) => existsSync(fileURLToPath(candidate)));
      if (source) return { url: source, format: 'module', shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (url === GLOBALS) return { format: 'module', source: globalsSource, shortCircuit: true };
    const { protocol, pathname } = new URL(url);
    if (protocol === 'file:' && /\.tsx?$/.test(pathname) && !pathname.includes('/node_modules/'))
      return { format: 'module', source: compile(url), shortCircuit: true };
    return next(url, context);
  },
});

/** By the address that a frame of a stack names. */
const sourceMaps = new Map();
let runs = 0;

/**
 * Runs test files with Node's own module loader, in the worker's own realm. What they import is loaded, compiled and
 * optimised once in a worker, and not anew for every file as in Jest's sandboxes, which cost more than half of a run.
 * In return a test file must leave nothing behind in a module of the application.
 */
export default class NativeRuntime {
  #environment;

  constructor(_config, environment, _resolver, transformer, _cacheFS, coverage) {
    this.#environment = environment;
    compile = (url) => {
      const { code, sourceMapPath } = transformer.transform(fileURLToPath(url), {
        ...coverage,
        isInternalModule: false,
        supportsDynamicImport: true,
        supportsExportNamespaceFrom: true,
        supportsStaticESM: true,
        supportsTopLevelAwait: true,
      });
      if (sourceMapPath) sourceMaps.set(url, sourceMapPath);
      return code;
    };
  }

  /** The test framework starts anew for each file: its state lives in its module and in two globals. */
  requireInternalModule(path) {
    delete require.cache[path];
    delete globalThis[Symbol.for('EVENT_HANDLERS')];
    delete globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    return import(`${pathToFileURL(path).href}?run=${++runs}`);
  }

  setGlobalsForRuntime(globals) {
    const { fakeTimersModern: timers, moduleMocker } = this.#environment;
    const jest = {
      fn: moduleMocker.fn.bind(moduleMocker),
      spyOn: moduleMocker.spyOn.bind(moduleMocker),
      restoreAllMocks: () => moduleMocker.restoreAllMocks(),
      useFakeTimers: (settings) => timers.useFakeTimers(settings),
      useRealTimers: () => timers.useRealTimers(),
      advanceTimersByTimeAsync: (milliseconds) => timers.advanceTimersByTimeAsync(milliseconds),
      setTimeout: (milliseconds) => {
        globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = milliseconds;
      },
    };
    Object.assign(current, globals, { jest });
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}

  leaveTestCode() {}

  teardown() {}
}
