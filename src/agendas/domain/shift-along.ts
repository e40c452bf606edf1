import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

/** When a session is, half-open. */
export interface SessionTime {
  startsAt: Date;
  endsAt: Date;
}

/** A session of a list that somebody works on; a time that cannot be read is null and stays out of every rule. */
interface Timed {
  time: SessionTime | null;
}

const lengthOf = ({ startsAt, endsAt }: SessionTime): number => endsAt.getTime() - startsAt.getTime();

const from = (start: number, length: number): SessionTime => ({
  startsAt: new Date(start),
  endsAt: new Date(start + length),
});

/**
 * Lets the later sessions of a day follow when one begins at another time or takes longer than `before`. A session
 * whose own start was changed begins when it says, and those after it follow that one. A new session (`before` null)
 * moves nobody.
 */
export function shiftAlong<Session extends Timed & { before: SessionTime | null }>(
  sessions: readonly Session[],
  zone: Zone,
): Session[] {
  let [day, shift] = ['', 0];
  return sessions.map((session) => {
    const { time, before } = session;
    if (!time) return session;
    const today = localDate(time.startsAt, zone);
    if (today !== day) [day, shift] = [today, 0];
    if (!before) return session;
    const changed = time.startsAt.getTime() - before.startsAt.getTime();
    if (changed !== 0) shift = changed;
    const start = before.startsAt.getTime() + shift;
    shift += lengthOf(time) - lengthOf(before);
    return { ...session, time: from(start, lengthOf(time)) };
  });
}

/**
 * Puts a session at another place of the list. The sessions between keep their lengths and follow each other from
 * where the first of them began; pauses stay at their place in the list, and a place on another day keeps its start.
 * What stands before and after does not move.
 */
export function moveSession<Session extends Timed>(
  sessions: readonly Session[],
  index: number,
  target: number,
  zone: Zone,
): Session[] {
  const session = sessions[index];
  if (!session || target < 0 || target >= sessions.length) return [...sessions];
  const moved = sessions.toSpliced(index, 1).toSpliced(target, 0, session);
  const [first, last] = [Math.min(index, target), Math.max(index, target)];
  if (moved.slice(first, last + 1).some(({ time }) => !time)) return moved;
  let end = 0;
  return moved.map((each, place) => {
    const slot = sessions[place]?.time;
    if (place < first || place > last || !slot || !each.time) return each;
    const previous = place > first ? sessions[place - 1]?.time : null;
    const follows = previous && localDate(previous.startsAt, zone) === localDate(slot.startsAt, zone);
    const start = follows
      ? end + slot.startsAt.getTime() - previous.endsAt.getTime()
      : slot.startsAt.getTime();
    end = start + lengthOf(each.time);
    return { ...each, time: from(start, lengthOf(each.time)) };
  });
}
