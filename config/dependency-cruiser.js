/**
 * The layers of src/ as rules (see src/README.md). Rooms and their imports, and the order of the features,
 * are the two tables below; the rules are generated from them. test/structure/layers.spec.ts proves that
 * each rule fires.
 */

/** A feature may import those before it, never those after it. */
const featureOrder = [
  'units',
  'people',
  'backups',
  'operations',
  'visits',
  'agendas',
  'calendars',
  'replies',
  'notes',
  'follow-ups',
  'results',
  'visit-days',
  'check-in',
  'feedback',
  'reminders',
  'learning',
  'summaries',
  'participant-page',
  'correspondence',
  'hosts',
  'unit-changes',
  'series',
  'booking',
  'records',
  'imports',
  'trips',
  'paperwork',
  'bundles',
  'press',
  'sinergi',
  'personal-data',
  'help',
];

/** The part of platform/ without time, chance or framework: text/ but for the maker of ids and secrets. */
const purePlatform =
  '^src/platform/(?:text/(?!tokens\\.ts$)|errors/app-error\\.ts$|security/(?:actor|capabilities)\\.ts$)';

/**
 * What a room may import: rooms of its own feature, platform, settings, other features at their index.ts; without
 * `features` only the pure facts that a feature shows at its domain/index.ts.
 */
const rooms = {
  domain: { own: ['domain'], platform: purePlatform, config: false, features: false },
  'use-cases': {
    own: ['use-cases', 'queries', 'domain', 'storage'],
    platform: '^src/platform/',
    config: true,
    features: true,
  },
  queries: {
    own: ['queries', 'storage', 'domain'],
    platform: '^src/platform/',
    config: true,
    features: true,
  },
  storage: { own: ['storage', 'domain'], platform: '^src/platform/', config: true, features: false },
  http: {
    own: ['http', 'use-cases', 'queries', 'domain'],
    platform: '^src/platform/',
    config: true,
    features: true,
  },
  pages: {
    own: ['pages', 'use-cases', 'queries', 'domain'],
    platform: '^src/platform/',
    config: true,
    features: true,
  },
  jobs: {
    own: ['jobs', 'use-cases', 'queries', 'domain'],
    platform: '^src/platform/',
    config: true,
    features: true,
  },
};

/** The only packages that domain/ may import, each without side effects: zones, iCalendar objects, MIME, ASN.1. */
const domainPackages = [
  'luxon',
  '@types/luxon',
  'ical-generator',
  'ical\\.js',
  'mailparser',
  '@types/mailparser',
  'windows-iana',
  'asn1js',
];

const any = (names) => `(?:${names.join('|')})`;
const anyFeature = any(featureOrder);
const ownFeature = `^src/(${anyFeature})/`;
const spec = '\\.spec\\.tsx?$';
const roots = '^src/(?:main|worker|boot|server|app\\.module)\\.ts$|^src/commands/';

/** An entity names the tables below that its own refers to. */
const entity = `^src/(${anyFeature})/storage/[^/]+\\.entity\\.ts$`;

const roomRules = Object.entries(rooms).map(([room, may]) => ({
  name: `${room}-imports`,
  comment: `${room}/ imports of its own feature only ${may.own.join(', ')}`,
  severity: 'error',
  from: { path: `${ownFeature}${room}/`, pathNot: spec },
  to: {
    path: ['^src/$1/', '^src/platform/', '^config/', '^migrations/'],
    pathNot: [`^src/$1/${any(may.own)}/`, may.platform, ...(may.config ? ['^config/environment\\.ts$'] : [])],
  },
}));

const orderRules = featureOrder.slice(0, -1).map((feature, index) => ({
  name: `${feature}-knows-none-above`,
  comment: `${feature} comes before ${featureOrder.slice(index + 1).join(', ')}: announce instead of importing`,
  severity: 'error',
  from: { path: `^src/${feature}/` },
  to: { path: `^src/${any(featureOrder.slice(index + 1))}/` },
}));

const stayInside = any(
  Object.entries(rooms)
    .filter(([, may]) => !may.features)
    .map(([room]) => room),
);

const featureRules = [
  {
    name: 'features-meet-at-index',
    comment: 'Another feature is imported at its index.ts, never at a file of its own',
    severity: 'error',
    from: { path: ownFeature, pathNot: [entity, `${ownFeature}${stayInside}/(?!.*${spec})`] },
    to: { path: `^src/(?!$1/)${anyFeature}/`, pathNot: `^src/${anyFeature}/index\\.ts$` },
  },
  {
    name: 'entities-meet-entities',
    comment: 'An entity refers to entities of features below, and to nothing else of them',
    severity: 'error',
    from: { path: entity },
    to: { path: `^src/(?!$1/)${anyFeature}/`, pathNot: entity },
  },
  {
    name: 'inner-rooms-meet-at-domain',
    comment: 'domain/ and storage/ import of another feature only the facts it shows at domain/index.ts',
    severity: 'error',
    from: { path: `${ownFeature}${stayInside}/`, pathNot: [spec, entity] },
    to: { path: `^src/(?!$1/)${anyFeature}/`, pathNot: `^src/${anyFeature}/domain/index\\.ts$` },
  },
  {
    name: 'index-shows-no-edge',
    comment: 'http/, pages/ and jobs/ are loaded by <feature>.module.ts alone',
    severity: 'error',
    from: { path: `${ownFeature}index\\.ts$` },
    to: { path: '^src/$1/(?:http|pages|jobs)/' },
  },
  {
    name: 'known-places-only',
    comment:
      'src/ holds the features, platform, commands and the roots; a feature holds its rooms, index.ts and module',
    severity: 'error',
    from: {},
    to: {
      path: '^src/',
      pathNot: [
        roots,
        '^src/platform/',
        `^src/${anyFeature}/${any(Object.keys(rooms))}/`,
        `^src/(${anyFeature})/(?:index|\\1\\.module)\\.ts$`,
      ],
    },
  },
  {
    name: 'domain-is-plain-typescript',
    comment: 'domain/ uses no framework, no driver and nothing of Node',
    severity: 'error',
    from: { path: `^src/${anyFeature}/domain/`, pathNot: spec },
    to: {
      dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'],
      pathNot: `node_modules/${any(domainPackages)}/`,
    },
  },
];

const foundationRules = [
  {
    name: 'browser-stays-in-browser',
    comment:
      'pages/browser/ runs in the browser, which loads nothing else but the words of time-left.ts and typed dates',
    severity: 'error',
    from: { path: '/pages/browser/', pathNot: spec },
    to: {
      pathNot:
        '/pages/browser/|^src/platform/text/(?:time-left|typed-(?:calendar|clock|values)|calendar-(?:dates|words)|date-range|zones)\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'server-stays-on-server',
    comment: 'Modules of pages/browser/ are named as assets, never imported by what runs on the server',
    severity: 'error',
    from: { path: '^src/', pathNot: [spec, '/pages/browser/'] },
    to: { path: '/pages/browser/' },
  },
  {
    name: 'platform-knows-no-feature',
    comment: 'platform/ lies below all features',
    severity: 'error',
    from: { path: '^src/platform/' },
    to: { path: `^src/${anyFeature}/` },
  },
  {
    name: 'config-knows-no-feature',
    comment: 'Settings know no feature; data-source.ts may load entities, lint rules read closed sets',
    severity: 'error',
    from: { path: '^config/', pathNot: '^config/(?:data-source\\.ts|eslint-closed-sets\\.js)$' },
    to: { path: `^src/${anyFeature}/` },
  },
  {
    name: 'migrations-stand-alone',
    comment: 'A migration is never edited after landing, so it depends on no code that moves',
    severity: 'error',
    from: { path: '^migrations/', pathNot: '^migrations/index\\.ts$' },
    to: { path: '^(?:src|config|migrations|test)/' },
  },
  {
    name: 'roots-meet-features-at-index',
    comment: 'main, worker, app.module and commands import a feature at its index.ts or its module',
    severity: 'error',
    from: { path: roots, pathNot: spec },
    to: { path: `^src/${anyFeature}/`, pathNot: `^src/(${anyFeature})/(?:index|\\1\\.module)\\.ts$` },
  },
  {
    name: 'roots-are-not-imported',
    comment: 'Nothing below knows main, worker, app.module or a command',
    severity: 'error',
    from: { path: `^config/|^src/(?:platform|${anyFeature})/` },
    to: { path: roots },
  },
  {
    name: 'src-knows-no-test',
    comment: 'Code that runs does not import test support',
    severity: 'error',
    from: { path: '^(?:src|config|migrations)/' },
    to: { path: '^test/' },
  },
  {
    name: 'no-dev-dependency-in-production',
    comment: 'npm ci --omit=dev must leave a program that starts',
    severity: 'error',
    from: { path: '^(?:src|migrations)/|^config/[^/]+\\.ts$', pathNot: spec },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'no-circle',
    comment: 'Two files that need each other are one file, or lack a third',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'A file that imports nothing and is imported by nothing is dead',
    severity: 'error',
    from: {
      orphan: true,
      path: '^(?:src|config)/',
      pathNot: '^config/[^/]+\\.js$|\\.d\\.ts$|/pages/browser/',
    },
    to: {},
  },
];

export default {
  forbidden: [...roomRules, ...orderRules, ...featureRules, ...foundationRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|data|test/structure/planted)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
