/** Windows of table `w` as the rules take them. */
const windowList = `jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
  'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)`;

/** The policy `p` of unit `u`, whole. */
export const policyOfUnit = `jsonb_build_object('open', p.open, 'capacity', p.capacity, 'onlineTakesPlace', p.online_takes_place, 'largestParty', p.largest_party,
  'shortestNoticeDays', p.shortest_notice_days, 'longestNoticeDays', p.longest_notice_days,
  'lateMinutes', p.late_minutes, 'takesSignatures', p.takes_signatures, 'identityRule', p.identity_rule, 'phoneRule', p.phone_rule, 'cameraRule', p.camera_rule,
  'windows', coalesce((SELECT ${windowList} FROM hosting_window w WHERE w.unit = u.code), '[]'))`;

/** From which date to which there is the unit `u`. */
export const lifeOfUnit = `jsonb_build_object('from', u.opened_on, 'until', u.closed_on)`;

/** The rules of unit `u` for kinds of visits. */
export const kindsOfUnit = `coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'receives', k.receives,
    'largestParty', k.largest_party, 'shortestNoticeDays', k.shortest_notice_days,
    'longestNoticeDays', k.longest_notice_days, 'shortestMinutes', k.shortest_minutes,
    'longestMinutes', k.longest_minutes, 'windows', coalesce((SELECT ${windowList}
      FROM hosting_kind_window w WHERE w.unit = k.unit AND w.kind = k.kind), '[]')) ORDER BY k.kind)
  FROM hosting_kind k WHERE k.unit = u.code), '[]')`;

/** What is said of a period `d`. */
export const periodTerms = `jsonb_build_object('id', d.id, 'national', d.unit IS NULL, 'name', d.name, 'from', d.first_day,
  'until', d.last_day, 'closed', d.closed, 'windows', coalesce((SELECT ${windowList}
    FROM hosting_period_window w WHERE w.period_id = d.id), '[]'))`;

/** The periods of unit `u` and those of every unit that hold on some date from one to another (expressions). */
export const periodsOfUnit = (from: string, to: string): string =>
  `coalesce((SELECT jsonb_agg(${periodTerms} ORDER BY d.first_day, d.id) FROM hosting_period d
     WHERE (d.unit = u.code OR d.unit IS NULL) AND d.first_day <= ${to} AND d.last_day >= ${from}), '[]')`;

/** The closed days of unit `u` from one date to another (expressions). */
export const closedDaysOfUnit = (from: string, to: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object('date', c.date, 'reason', c.reason) ORDER BY c.date)
     FROM closed_day c WHERE c.unit = u.code AND c.date BETWEEN ${from} AND ${to}), '[]')`;

/** The holidays from one date to another (expressions). */
export const holidaysBetween = (from: string, to: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name, 'kind', h.kind) ORDER BY h.date)
     FROM holiday h WHERE h.date BETWEEN ${from} AND ${to}), '[]')`;

/** What the rule of a host (`unit`) for a kind of visit (`kind`, expressions) says in a column; null where it says nothing. */
const ofKind = (column: string, unit: string, kind: string): string =>
  `(SELECT k.${column} FROM hosting_kind k WHERE k.unit = ${unit} AND k.kind = ${kind})`;

/** The largest party that the host of visit `v`, with policy `p`, receives for its kind. */
export const largestPartyOfVisit = `coalesce(${ofKind('largest_party', 'v.host_unit', 'v.kind')}, p.largest_party)`;

/** The shortest notice in days that the host of visit `v`, with policy `p`, asks for its kind. */
export const shortestNoticeOfVisit = `coalesce(${ofKind('shortest_notice_days', 'v.host_unit', 'v.kind')}, p.shortest_notice_days)`;

/** Whether a unit (an expression) receives a kind of visit (an expression), if it receives at all. */
export const receivesKind = (unit: string, kind: string): string =>
  `coalesce(${ofKind('receives', unit, kind)}, true)`;
