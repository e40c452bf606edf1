/** Where the quote of a head stands. */
export const quoteStates = ['asked', 'answered', 'approved', 'declined'] as const;
export type QuoteState = (typeof quoteStates)[number];

export const quoteStateWords: Readonly<Record<QuoteState, string>> = {
  asked: 'Sudah diminta',
  answered: 'Sudah ditulis, belum disetujui',
  approved: 'Disetujui untuk dimuat',
  declined: 'Tidak memberi kutipan',
};

/** What is done with a quote; only the head writes, approves and declines. */
export const quoteActions = ['ask', 'write', 'approve', 'decline'] as const;
export type QuoteAction = (typeof quoteActions)[number];

/** `none` is a quote that nobody asked for yet. */
type Before = QuoteState | 'none';

/** To which state each action leads. What was written stays when somebody asks once more. */
const transitions: Readonly<Record<QuoteAction, Readonly<Partial<Record<Before, QuoteState>>>>> = {
  ask: { none: 'asked', asked: 'asked', answered: 'answered', approved: 'approved', declined: 'asked' },
  write: {
    none: 'answered',
    asked: 'answered',
    answered: 'answered',
    approved: 'answered',
    declined: 'answered',
  },
  approve: {
    none: 'approved',
    asked: 'approved',
    answered: 'approved',
    approved: 'approved',
    declined: 'approved',
  },
  decline: {
    none: 'declined',
    asked: 'declined',
    answered: 'declined',
    approved: 'declined',
    declined: 'declined',
  },
};

export const quoteAfter = (state: Before, action: QuoteAction): QuoteState | null =>
  transitions[action][state] ?? null;

/** Days for which a link is good, how many one address is mailed a day, and how many are made of one quote. */
export const LINK_DAYS = 14;
export const LINKS_AN_ADDRESS = 2;
export const LINKS_A_QUOTE = 4;
export const LONGEST_QUOTE = 600;
