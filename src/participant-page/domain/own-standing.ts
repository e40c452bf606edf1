import { hasTrait, type Attendance, type VisitState } from '../../visits/domain/index.js';

/** What is known of how somebody stands with a visit. */
export interface OwnFacts {
  answer: 'needs-action' | 'accepted' | 'tentative' | 'declined';
  attendance: Attendance | null;
  state: VisitState;
  endsAt: Date;
}

const answered = {
  accepted: 'Anda menjawab akan hadir.',
  tentative: 'Anda menjawab mungkin hadir.',
  declined: 'Anda menjawab tidak dapat hadir.',
} as const;

const attended: Readonly<Record<Attendance, string>> = {
  present: 'Anda tercatat hadir. Terima kasih.',
  late: 'Anda tercatat hadir, terlambat. Terima kasih.',
  excused: 'Anda tercatat berhalangan dengan izin.',
  absent: 'Anda tercatat tidak hadir.',
  represented: 'Anda tercatat diwakili orang lain.',
};

const NOT_RECORDED = 'Kehadiran Anda belum dicatat.';

/** Why there is nothing to answer any more, by states that end a visit before it was held. */
const off: Readonly<Partial<Record<VisitState, string>>> = {
  cancelled: 'Kunjungan ini dibatalkan, sehingga tidak perlu dijawab lagi.',
  'not-held': 'Kunjungan ini tidak jadi dilaksanakan.',
};

/** Whether there is something to come to: it stands and is not over. */
export const isAhead = ({ state, endsAt }: Pick<OwnFacts, 'state' | 'endsAt'>, now: Date): boolean =>
  hasTrait(state, 'standing') && now < endsAt;

/** Whether an answer is still of use: it is ahead, and nobody saw the person there. */
export const isAskedStill = (facts: OwnFacts, now: Date): boolean =>
  isAhead(facts, now) && facts.attendance === null;

/** Whether it is or was held, or would have been. */
const isOver = ({ state, endsAt }: OwnFacts, now: Date): boolean =>
  hasTrait(state, 'tookPlace') || now >= endsAt;

/** Where somebody stands, in a sentence; who was there, or may have been, is never told that an answer is missing. */
export function standingLine(facts: OwnFacts, now: Date): string {
  const { answer, attendance, state } = facts;
  if (attendance !== null) return attended[attendance];
  const called = off[state];
  if (called !== undefined) return called;
  if (isOver(facts, now)) {
    if (answer === 'needs-action') return NOT_RECORDED;
    return answer === 'declined' ? answered.declined : `${answered[answer]} ${NOT_RECORDED}`;
  }
  if (!hasTrait(state, 'standing')) return 'Kunjungan ini belum pasti, sehingga belum perlu dijawab.';
  return answer === 'needs-action' ? 'Anda belum menjawab undangan ini.' : answered[answer];
}
