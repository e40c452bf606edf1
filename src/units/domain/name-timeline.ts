/** What a unit is called in a stretch of its life. */
export interface UnitStyle {
  name: string;
  /** Code of its type. */
  type: string;
  /** In the ministry's order (I, IIA …). */
  class: string | null;
}

/** Calendar dates `[from, until)`; null is open. */
export interface NamedStretch extends UnitStyle {
  from: string | null;
  until: string | null;
}

/** How a unit is called: today, and on other days where that differs. */
export interface NameTimeline {
  today: UnitStyle;
  /** None of them holds today; they do not overlap, and days between them go by today's. */
  others: readonly NamedStretch[];
}

const EVER = '';

interface Boundary {
  /** The first date, `EVER` for the beginning. */
  from: string;
  style: UnitStyle;
}

const styleOf = ({ name, type, class: unitClass }: UnitStyle): UnitStyle => ({
  name,
  type,
  class: unitClass,
});
const isSame = (a: UnitStyle, b: UnitStyle): boolean =>
  a.name === b.name && a.type === b.type && a.class === b.class;

const covers = ({ from, until }: NamedStretch, date: string): boolean =>
  (from ?? EVER) <= date && (until === null || date < until);

/** How it is called from each date on at which that is said, the first from the beginning. */
function boundariesOf({ today, others }: NameTimeline): Boundary[] {
  const dates = new Set([EVER]);
  for (const { from, until } of others) for (const date of [from, until]) if (date !== null) dates.add(date);
  return [...dates]
    .sort()
    .map((from) => ({ from, style: styleOf(others.find((stretch) => covers(stretch, from)) ?? today) }));
}

/** The timeline of such boundaries as it is on a day. */
function timelineOf(boundaries: readonly Boundary[], today: string): NameTimeline {
  const stretches = boundaries
    .filter(({ style }, index) => index === 0 || !isSame(style, (boundaries[index - 1] as Boundary).style))
    .map(({ from, style }, index, kept): NamedStretch => {
      const until = kept[index + 1]?.from ?? null;
      return { ...style, from: from === EVER ? null : from, until };
    });
  const now = stretches.find((stretch) => covers(stretch, today)) as NamedStretch;
  return { today: styleOf(now), others: stretches.filter((stretch) => stretch !== now) };
}

/** How it is called on a date. */
export const styleOn = ({ today, others }: NameTimeline, date: string): UnitStyle =>
  styleOf(others.find((stretch) => covers(stretch, date)) ?? today);

/** The same names on a later day: what was to come may hold now. */
export const rolled = (timeline: NameTimeline, today: string): NameTimeline =>
  timelineOf(boundariesOf(timeline), today);

/** With another name, type or class from a date on, until the next change that is known already. */
export function renamed(
  timeline: NameTimeline,
  from: string,
  style: Partial<UnitStyle>,
  today: string,
): NameTimeline {
  const whole = { ...styleOn(timeline, from), ...style };
  const boundaries = boundariesOf(timeline).filter((boundary) => boundary.from !== from);
  return timelineOf(
    [...boundaries, { from, style: whole }].sort((a, b) => (a.from < b.from ? -1 : 1)),
    today,
  );
}

/** Without the change of name that was to come on a date. */
export const notRenamed = (timeline: NameTimeline, from: string, today: string): NameTimeline =>
  timelineOf(
    boundariesOf(timeline).filter((boundary) => boundary.from !== from),
    today,
  );
