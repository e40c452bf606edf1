/** What each kind of visit is called. */
export const visitKindWords = {
  'study-visit': 'Studi tiru',
  'working-visit': 'Kunjungan kerja',
  coordination: 'Koordinasi',
} as const satisfies Record<string, string>;

/** What units come to each other for; a host may receive each by rules of its own. */
export type VisitKind = keyof typeof visitKindWords;
export const visitKinds = Object.keys(visitKindWords) as VisitKind[];
