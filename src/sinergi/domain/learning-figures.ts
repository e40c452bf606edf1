/** What is counted of visits with learning questions: all that took place, and those of which something came. */
export const learningFigures = ['asked', 'applied', 'begun'] as const;
export type LearningFigure = (typeof learningFigures)[number];
