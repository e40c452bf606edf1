export const comfort = 1;
