import { visitStates, type VisitState } from './visit-transitions.js';

/** What the code asks of a visit's state: each a fact with a meaning of its own, whichever states share it today. */
export interface StateTraits {
  /** Written and not sent: it is the guest’s alone, and moves by editing. */
  unsent: boolean;
  /** Sent, and still to take place. */
  ahead: boolean;
  /** One of the units has yet to say yes or no; it expires unanswered. */
  awaitsAnswer: boolean;
  /** The request itself is unanswered, and nobody has proposed another time. */
  hostsTurn: boolean;
  /** Another time may be proposed in it, which the other unit answers. */
  carriesProposal: boolean;
  /** Agreed upon and still to be held: calendars have it, those invited answer and are reminded. */
  standing: boolean;
  /** Both units said yes, and it was not called off. */
  agreed: boolean;
  /** Both units said yes, whether or not it was called off afterwards. */
  wasAgreed: boolean;
  /** It was agreed upon and fell through: calendars take it back. */
  calledOff: boolean;
  /** It took place. */
  tookPlace: boolean;
  /** It came to nothing. */
  endedEarly: boolean;
  /** Whoever ended it said why. */
  endsWithReason: boolean;
  /** It takes its time at the host. */
  takesHostTime: boolean;
  /** Whoever takes part cannot be elsewhere at its time. */
  takesPeople: boolean;
  /** It has a place in a calendar that one keeps by hand. */
  inCalendar: boolean;
  /** Both units’ people change what it says and who takes part. */
  editable: boolean;
  /** Participants are mailed its agenda, and what changes of it. */
  mailsAgenda: boolean;
  /** What happens on the day is written down: attendance, notes, photos. */
  dayOpen: boolean;
  /** Its summary is written or corrected. */
  takesSummary: boolean;
  /** Its summary is to come, once its time has passed. */
  awaitsSummary: boolean;
  /** Its summary is out. */
  summarised: boolean;
}

export type StateTrait = keyof StateTraits;

/** Every fact about every state: a new state compiles once each question is answered for it. */
const stateTraits: Readonly<Record<VisitState, Readonly<StateTraits>>> = {
  draft: {
    unsent: true,
    ahead: false,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: false,
    standing: false,
    agreed: false,
    wasAgreed: false,
    calledOff: false,
    tookPlace: false,
    endedEarly: false,
    endsWithReason: false,
    takesHostTime: false,
    takesPeople: false,
    inCalendar: false,
    editable: false,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: false,
    awaitsSummary: false,
    summarised: false,
  },
  requested: {
    unsent: false,
    ahead: true,
    awaitsAnswer: true,
    hostsTurn: true,
    carriesProposal: false,
    standing: false,
    agreed: false,
    wasAgreed: false,
    calledOff: false,
    tookPlace: false,
    endedEarly: false,
    endsWithReason: false,
    takesHostTime: false,
    takesPeople: false,
    inCalendar: true,
    editable: true,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: false,
    awaitsSummary: false,
    summarised: false,
  },
  'counter-proposed': {
    unsent: false,
    ahead: true,
    awaitsAnswer: true,
    hostsTurn: false,
    carriesProposal: true,
    standing: false,
    agreed: false,
    wasAgreed: false,
    calledOff: false,
    tookPlace: false,
    endedEarly: false,
    endsWithReason: false,
    takesHostTime: false,
    takesPeople: false,
    inCalendar: true,
    editable: true,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: false,
    awaitsSummary: false,
    summarised: false,
  },
  confirmed: {
    unsent: false,
    ahead: true,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: true,
    standing: true,
    agreed: true,
    wasAgreed: true,
    calledOff: false,
    tookPlace: false,
    endedEarly: false,
    endsWithReason: false,
    takesHostTime: true,
    takesPeople: true,
    inCalendar: true,
    editable: true,
    mailsAgenda: true,
    dayOpen: true,
    takesSummary: true,
    awaitsSummary: true,
    summarised: false,
  },
  held: {
    unsent: false,
    ahead: false,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: false,
    standing: false,
    agreed: true,
    wasAgreed: true,
    calledOff: false,
    tookPlace: true,
    endedEarly: false,
    endsWithReason: false,
    takesHostTime: true,
    takesPeople: true,
    inCalendar: true,
    editable: true,
    mailsAgenda: true,
    dayOpen: true,
    takesSummary: true,
    awaitsSummary: true,
    summarised: false,
  },
  closed: {
    unsent: false,
    ahead: false,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: false,
    standing: false,
    agreed: true,
    wasAgreed: true,
    calledOff: false,
    tookPlace: true,
    endedEarly: false,
    endsWithReason: false,
    takesHostTime: true,
    takesPeople: false,
    inCalendar: true,
    editable: false,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: true,
    awaitsSummary: false,
    summarised: true,
  },
  declined: {
    unsent: false,
    ahead: false,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: false,
    standing: false,
    agreed: false,
    wasAgreed: false,
    calledOff: false,
    tookPlace: false,
    endedEarly: true,
    endsWithReason: true,
    takesHostTime: false,
    takesPeople: false,
    inCalendar: false,
    editable: false,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: false,
    awaitsSummary: false,
    summarised: false,
  },
  withdrawn: {
    unsent: false,
    ahead: false,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: false,
    standing: false,
    agreed: false,
    wasAgreed: false,
    calledOff: false,
    tookPlace: false,
    endedEarly: true,
    endsWithReason: false,
    takesHostTime: false,
    takesPeople: false,
    inCalendar: false,
    editable: false,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: false,
    awaitsSummary: false,
    summarised: false,
  },
  expired: {
    unsent: false,
    ahead: false,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: false,
    standing: false,
    agreed: false,
    wasAgreed: false,
    calledOff: false,
    tookPlace: false,
    endedEarly: true,
    endsWithReason: false,
    takesHostTime: false,
    takesPeople: false,
    inCalendar: false,
    editable: false,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: false,
    awaitsSummary: false,
    summarised: false,
  },
  cancelled: {
    unsent: false,
    ahead: false,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: false,
    standing: false,
    agreed: false,
    wasAgreed: true,
    calledOff: true,
    tookPlace: false,
    endedEarly: true,
    endsWithReason: true,
    takesHostTime: false,
    takesPeople: false,
    inCalendar: false,
    editable: false,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: false,
    awaitsSummary: false,
    summarised: false,
  },
  'not-held': {
    unsent: false,
    ahead: false,
    awaitsAnswer: false,
    hostsTurn: false,
    carriesProposal: false,
    standing: false,
    agreed: false,
    wasAgreed: true,
    calledOff: true,
    tookPlace: false,
    endedEarly: true,
    endsWithReason: true,
    takesHostTime: false,
    takesPeople: false,
    inCalendar: false,
    editable: false,
    mailsAgenda: false,
    dayOpen: false,
    takesSummary: false,
    awaitsSummary: false,
    summarised: false,
  },
};

export const hasTrait = (state: VisitState, trait: StateTrait): boolean => stateTraits[state][trait];

/** The states that have a trait; a statement takes them as a parameter, `v.state = ANY ($1)`. */
export const statesWith = (trait: StateTrait): VisitState[] =>
  visitStates.filter((state) => stateTraits[state][trait]);

export const statesWithout = (trait: StateTrait): VisitState[] =>
  visitStates.filter((state) => !stateTraits[state][trait]);
