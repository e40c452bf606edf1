import { closedSetRules } from './eslint-closed-sets.js';

/**
 * Rules of this house that no package has: each forbids the syntax its selectors match, or the names of a closed set.
 * test/structure/lint.spec.ts proves that each fires.
 */

/** @param {string} message what to do instead @param {string[]} selectors of forbidden syntax */
const forbid = (message, selectors) => ({
  meta: { type: 'problem', schema: [], messages: { forbidden: message } },
  create: (context) =>
    Object.fromEntries(
      selectors.map((selector) => [selector, (node) => context.report({ node, messageId: 'forbidden' })]),
    ),
});

/** Kinds of inputs that each browser shows in its own language, or does not know. */
const browserCalendar = '/^(?:date|month|week|time|datetime-local)$/';

const randomName = '/^(?:randomUUID|randomBytes|randomInt|randomFill|randomFillSync|getRandomValues)$/';

export const houseRules = {
  'settings-come-from-environment': forbid(
    'Only config/environment.ts reads process.env: ask for Environment.',
    [
      "MemberExpression[object.name='process'][property.name='env']",
      "MemberExpression[object.name='process'][property.value='env']",
      "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
      "ImportDeclaration[source.value=/^(?:node:)?process$/] > ImportSpecifier[imported.name='env']",
    ],
  ),
  'time-comes-from-clock': forbid(
    'Only platform/clock knows the present: take the time as an argument or ask Clock.',
    [
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.name='Date']",
      "MemberExpression[object.name='Date'][property.name='now']",
      "MemberExpression[object.name='DateTime'][property.name='now']",
      "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(?:local|utc)$/][arguments.length=0]",
    ],
  ),
  'forms-name-their-person': forbid(
    'A form that changes something is a PageForm, which names the person it was rendered for.',
    ["JSXOpeningElement[name.name='form'] > JSXAttribute[name.name='method'][value.value!=/^get$/i]"],
  ),
  'calendar-fields-are-ours': forbid(
    'Browsers show such a field in their own language, or as bare text: use DateField, MonthField or TimeField.',
    [
      `JSXAttribute[name.name='type'] Literal[value=${browserCalendar}]`,
      `Property[key.name='type'] > Literal[value=${browserCalendar}]`,
      `AssignmentExpression[left.property.name='type'] > Literal[value=${browserCalendar}]`,
      `CallExpression[callee.property.name='setAttribute'][arguments.0.value='type'] > Literal[value=${browserCalendar}]`,
    ],
  ),
  'device-has-one-owner': forbid(
    'What is kept on the device belongs to a person: only platform/pages/browser/device-*.ts touches its stores.',
    [
      'Identifier[name=/^(?:localStorage|sessionStorage|indexedDB|caches|cookieStore)$/]',
      "MemberExpression[object.name='document'][property.name='cookie']",
      'Literal[value=/^(?:localStorage|sessionStorage|indexedDB|caches|cookieStore)$/]',
    ],
  ),
  'server-is-asked-in-one-place': forbid(
    'Only platform/pages/browser/ask.ts asks the server: it judges the answer and says on the page why there is none.',
    [
      "CallExpression[callee.name='fetch']",
      "CallExpression[callee.property.name='fetch']",
      'Identifier[name=/^(?:XMLHttpRequest|EventSource|WebSocket)$/]',
      "MemberExpression[property.name='sendBeacon']",
    ],
  ),
  'chance-is-an-argument': forbid('domain/ is deterministic: take ids and random values as arguments.', [
    "MemberExpression[object.name='Math'][property.name='random']",
    `MemberExpression[property.name=${randomName}]`,
    `CallExpression[callee.name=${randomName}]`,
    `ImportSpecifier[imported.name=${randomName}]`,
  ]),
  'visit-times-know-their-reader': forbid(
    'A time of a visit is told by ReaderTime or readerTimeLine, which know the zones of host and reader.',
    ['ImportSpecifier[imported.name=/^(?:formatDateTimeRange|formatForReader)$/]'],
  ),
  'feedback-is-read-as-released': forbid(
    'What participants said is read from feedback_release (VisitFeedbackQuery, HostRatings), by which nobody is found.',
    [
      'Literal[value=/\\b(?:FROM|JOIN)\\s+feedback\\b/i]',
      'TemplateElement[value.raw=/\\b(?:FROM|JOIN)\\s+feedback\\b/i]',
      "ImportSpecifier[imported.name='FeedbackEntity']",
    ],
  ),
  ...closedSetRules,
};
