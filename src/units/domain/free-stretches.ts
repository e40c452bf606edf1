/** A half-open stretch of time, [start, end), in any one unit. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch in which places are taken: one known place (`lane`), or a number of places whichever they are. */
export interface TakenStretch extends Span {
  lane: number | null;
  places: number;
}

/** A stretch in which `places` places stay free from its start to its end. */
export interface FreeStretch extends Span {
  places: number;
}

/** Where to look: spans by start that do not touch, the times in which a visit may start and end. */
export interface StretchSearch {
  spans: readonly Span[];
  /** Nothing starts before `from` or ends after `to`. */
  from: number;
  to: number;
  /** How long a visit takes. */
  length: number;
  /** Visits start this far apart, counted from the start of their span. */
  step: number;
  capacity: number;
}

/** A lane that is taken, or the number of unnamed places taken at the same time, over a stretch. */
type Loss = Span & ({ lane: number } | { level: number });

/** The number of unnamed places taken, as consecutive stretches of one number each. */
function levels(taken: readonly TakenStretch[]): Loss[] {
  const changes = taken
    .flatMap(({ start, end, places }) => [
      { at: start, by: places },
      { at: end, by: -places },
    ])
    .sort((a, b) => a.at - b.at);
  const found: Loss[] = [];
  let level = 0;
  changes.forEach(({ at, by }, index) => {
    level += by;
    const end = changes[index + 1]?.at ?? at;
    if (level > 0 && end > at) found.push({ start: at, end, level });
  });
  return found;
}

function lossesOf(taken: readonly TakenStretch[]): Loss[] {
  const named = taken.flatMap(({ start, end, lane }) => (lane === null ? [] : [{ start, end, lane }]));
  return [...named, ...levels(taken.filter(({ lane }) => lane === null))].sort((a, b) => a.start - b.start);
}

/** How far one can go from a start: for each number of places, the latest end up to which that many stay free. */
function reaches(start: number, limit: number, losses: readonly Loss[], capacity: number): FreeStretch[] {
  const found: FreeStretch[] = [];
  const lanes = new Set<number>();
  let [level, places] = [0, capacity];
  for (const loss of losses) {
    if (loss.start >= limit) break;
    if (loss.end <= start) continue;
    if ('lane' in loss) lanes.add(loss.lane);
    else level = Math.max(level, loss.level);
    const left = capacity - lanes.size - level;
    if (left < places && loss.start > start) found.push({ start, end: loss.start, places });
    places = left;
    if (places <= 0) return found;
  }
  found.push({ start, end: limit, places });
  return found;
}

/** The first time from `after` on at which a visit may start so that its end lies in a span too; null if there is none. */
function nextStart(after: number, { spans, length, step }: StretchSearch): number | null {
  const last = spans.at(-1)?.end ?? after;
  for (const span of spans) {
    const steps = Math.max(0, Math.ceil((after - span.start) / step));
    for (let at = span.start + steps * step; at < span.end && at + length <= last; at += step) {
      const end = at + length;
      if (spans.some((other) => end > other.start && end <= other.end)) return at;
    }
  }
  return null;
}

/** The latest time up to `end` that lies in a span, or at its end. */
function lastEnd(end: number, spans: readonly Span[]): number {
  return Math.max(
    ...spans.map((span) => (span.start < end ? Math.min(span.end, end) : Number.NEGATIVE_INFINITY)),
  );
}

/**
 * The maximal free stretches of a search area, at least one visit long, by start, longer first.
 *
 * `places` of a stretch = capacity − lanes touched by any visit in it − the most unnamed places taken at one time in
 * it: what is left of whole places that nobody uses between its start and its end. A stretch is maximal when no other
 * one that holds it has as many places free; so stretches with fewer free places may lie around shorter ones with
 * more. Its start is a time at which a visit may start (on the step, in a span, its end in a span).
 *
 * Every maximal stretch starts at the beginning of the area or where something taken ends, moved to the next step, so
 * only these starts are tried. Work is near quadratic in what is taken in this one area, which is little.
 */
export function freeStretches(taken: readonly TakenStretch[], search: StretchSearch): FreeStretch[] {
  const { spans, from, to, length, capacity } = search;
  const limit = Math.min(to, spans.at(-1)?.end ?? to);
  const losses = lossesOf(taken);
  const starts = [Number.NEGATIVE_INFINITY, ...taken.map(({ end }) => end)]
    .map((end) => nextStart(Math.max(end, from), search))
    .filter((start) => start !== null)
    .sort((a, b) => a - b);
  const kept: FreeStretch[] = [];
  for (const start of new Set(starts)) {
    for (const { end: until, places } of reaches(start, limit, losses, capacity)) {
      const end = lastEnd(until, spans);
      const held = kept.some((other) => other.end >= end && other.places >= places);
      if (end - start >= length && !held) kept.push({ start, end, places });
    }
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}
