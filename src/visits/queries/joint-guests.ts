import { countingFor, nameOnVisit } from '../../units/index.js';

/**
 * The condition that the organisation, a column or a place of the statement, or one that merged into it joined the visit
 * `v` beside its leading guest.
 */
const hasJoined = (organisation: string): string => `EXISTS (SELECT FROM visit_guest jg
  WHERE jg.visit_id = v.id AND jg.organisation IN ${countingFor(organisation)} AND NOT jg.is_leading AND jg.answer = 'joined')`;

/** The condition that one of the organisations, a place of the statement, joined the visit `v` beside its leading guest. */
export const hasAnyJoined = (organisations: string): string => `EXISTS (SELECT FROM visit_guest jg
  WHERE jg.visit_id = v.id AND jg.organisation = ANY (${organisations}) AND NOT jg.is_leading AND jg.answer = 'joined')`;

/** The condition that the organisation, or one that merged into it, joined the visit `v` beside its leading guest. */
export const hasJoinedAs = (heir: string): string => `EXISTS (SELECT FROM visit_guest jg
  JOIN unit jh ON jh.code = jg.organisation AND jh.heir = ${heir}
  WHERE jg.visit_id = v.id AND NOT jg.is_leading AND jg.answer = 'joined')`;

/** The organisations for which those count that joined the visit `v`. */
export const joinedHeirs = `ARRAY(SELECT ju.heir FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined')`;

/** The condition that an organisation of the regional office joined the visit `v`. */
export const hasJoinedFrom = (office: string): string => `EXISTS (SELECT FROM visit_guest rg
  JOIN unit ru ON ru.code = rg.organisation AND ru.regional_office = ${office}
  WHERE rg.visit_id = v.id AND NOT rg.is_leading AND rg.answer = 'joined')`;

const withAnswer = (answer: 'asked' | 'joined'): string => `ARRAY(SELECT x.organisation FROM visit_guest x
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = '${answer}' ORDER BY x.organisation)`;

/** The organisations that joined the visit `v`, those that were asked, and the regional offices of the former. */
export const joinedGuests = withAnswer('joined');
const askedGuests = withAnswer('asked');
const joinedOffices = `ARRAY(SELECT DISTINCT ju.regional_office FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' AND ju.regional_office IS NOT NULL
  ORDER BY ju.regional_office)`;

/** The same for an object of JSON. */
export const joinedGuestsJson = `(SELECT coalesce(jsonb_agg(x.organisation ORDER BY x.organisation), '[]')
  FROM visit_guest x WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined')`;
export const joinedOfficesJson = `(SELECT coalesce(jsonb_agg(DISTINCT ju.regional_office), '[]')
  FROM visit_guest x JOIN unit ju ON ju.code = x.organisation AND ju.regional_office IS NOT NULL
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined')`;

/** The SELECT list of who joined, as `VisitParties` names it. */
export const jointSelection = `${joinedGuests} AS "joinedGuests", ${askedGuests} AS "askedGuests",
  ${joinedOffices} AS "joinedOffices"`;

/** Names of the organisations that joined the visit `v` of the host `h`, in the order in which they were asked. */
export const joinedNames = `ARRAY(SELECT ${nameOnVisit('ju')} FROM visit_guest x JOIN unit ju ON ju.code = x.organisation
  WHERE x.visit_id = v.id AND NOT x.is_leading AND x.answer = 'joined' ORDER BY x.asked_at, x.organisation)`;

/** Names of all guests of the visit `v` of the guest `g` and the host `h`, the leading one first. */
export const guestNames = `concat_ws(', ', ${nameOnVisit('g')}, nullif(array_to_string(${joinedNames}, ', '), ''))`;

/** The condition that the organisation, or one that merged into it, is host of the visit `v` or one of its guests. */
export const takesPart = (organisation: string): string =>
  `v.guest_unit IN ${countingFor(organisation)} OR v.host_unit IN ${countingFor(organisation)} OR ${hasJoined(organisation)}`;
