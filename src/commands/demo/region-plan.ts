import { unitsAround } from './accounts.js';
import type { OnWorkingDay } from './stage.js';
import { regionTopics, type RegionTopic } from './region-topics.js';

/** Visits of the example region, and the working days they are spread over, counted from today. */
const VISITS = 150;
const FIRST_DAY = -240;
const LAST_DAY = 44;

/** A visit of the region before it is played: who, when, about what. */
export interface Plan {
  index: number;
  guest: string;
  host: string;
  topic: RegionTopic;
  /** Working days from today. */
  day: number;
  at: OnWorkingDay;
}

/** All visits of the region, in the order of their days. */
export const plans = (at: Plan['at']): Plan[] =>
  [...new Array(VISITS).keys()].map((index) => planOf(index, at));

/** A third of the visits go to six hosts that are known for something; the others to anybody. */
function planOf(index: number, at: Plan['at']): Plan {
  const count = unitsAround.length;
  const guest = (index * 7) % count;
  const wanted = index % 3 === 0 ? ((index / 3) % 6) * 7 + 2 : (index * 11 + 5) % count;
  const host = wanted === guest ? (wanted + 1) % count : wanted;
  const day = Math.round(FIRST_DAY + (index * (LAST_DAY - FIRST_DAY)) / (VISITS - 1));
  return {
    ...{ index, day: day === 0 ? 1 : day, at },
    guest: unitsAround[guest] ?? unitsAround[0],
    host: unitsAround[host] ?? unitsAround[0],
    topic: regionTopics[index % regionTopics.length] ?? regionTopics[0]!,
  };
}
