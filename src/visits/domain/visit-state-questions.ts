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
  /** Its guest was asked for it by the regional office, and has yet to answer. */
  guestsTurn: boolean;
  /** One unit may stand by a time in it, which the other answers. */
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
  /** What was entered of it by one side, the other can object to. */
  reviewable: boolean;
}

export type StateTrait = keyof StateTraits;
