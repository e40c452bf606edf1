/** From worst to best. */
export const marks = [1, 2, 3, 4, 5] as const;
export type Mark = (typeof marks)[number];

/** Most characters of a text. */
export const LONGEST_TEXT = 2000;

export type FeedbackSide = 'guest' | 'host' | 'invited';

/** What one participant says of a visit. */
export interface Feedback {
  usefulness: Mark;
  /** How the host received the guests; null from the host's own people. */
  welcome: Mark | null;
  /** What is worth copying. */
  toCopy: string;
  toImprove: string;
  /** Whether the name may stand beside what was said. */
  mayName: boolean;
}

/** Nobody judges the own welcome. */
export const asksWelcome = (side: FeedbackSide): boolean => side !== 'host';

/** What each mark means, in the order of `marks`. */
export const usefulnessWords = [
  'Tidak bermanfaat',
  'Kurang bermanfaat',
  'Cukup bermanfaat',
  'Bermanfaat',
  'Sangat bermanfaat',
] as const;

export const welcomeWords = ['Sangat kurang', 'Kurang', 'Cukup', 'Baik', 'Sangat baik'] as const;
