import { learningDays, type LearningDay } from '../../reminders/domain/index.js';

/** Days after a visit on which the guest's leader is asked what is done of what was learned. */
export const checkDays = learningDays;
export type CheckDay = LearningDay;

/** What is done of it, from the most on. */
export const learningStands = ['applied', 'begun', 'not-yet', 'dropped'] as const;
export type LearningStand = (typeof learningStands)[number];

export const standWords: Readonly<Record<LearningStand, string>> = {
  applied: 'Sudah diterapkan',
  begun: 'Sedang dikerjakan',
  'not-yet': 'Belum dimulai',
  dropped: 'Tidak jadi diterapkan',
};

/** What a mail offers by a tap; that something was given up is said on the page. */
export const tapStands = ['applied', 'begun', 'not-yet'] as const satisfies readonly LearningStand[];

const DAY_MS = 86_400_000;
const OPEN_DAYS = 30;
/** How long after its day somebody is still asked, where nobody worked; then the next day's question takes its place. */
const LATEST_DAYS = 20;

/** Until when a question that is asked now may be answered, and the answer changed. */
export const openUntil = (askedAt: Date): Date => new Date(askedAt.getTime() + OPEN_DAYS * DAY_MS);

/** The day whose question is due; null while none is. */
export function dueDay(endsAt: Date, now: Date): CheckDay | null {
  const days = (now.getTime() - endsAt.getTime()) / DAY_MS;
  return checkDays.find((day) => days >= day && days < day + LATEST_DAYS) ?? null;
}
