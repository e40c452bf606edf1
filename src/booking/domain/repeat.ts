/** How often a coordination meeting is to repeat, as it was chosen and typed. */
export interface TypedRepeat {
  /** One of `paces`; empty for a single visit. */
  pace: string;
  until: string;
}

/** How often a meeting can repeat: by the weekday of its first date. */
export const paces = [
  { value: 'minggu-1', name: 'Setiap minggu', frequency: 'weekly', every: 1, isLast: false },
  { value: 'minggu-2', name: 'Setiap dua minggu', frequency: 'weekly', every: 2, isLast: false },
  { value: 'minggu-4', name: 'Setiap empat minggu', frequency: 'weekly', every: 4, isLast: false },
  {
    value: 'bulan-1',
    name: 'Setiap bulan, hari yang sama (mis. Selasa pertama)',
    frequency: 'monthly',
    every: 1,
    isLast: false,
  },
  {
    value: 'bulan-akhir',
    name: 'Setiap bulan, hari itu yang terakhir',
    frequency: 'monthly',
    every: 1,
    isLast: true,
  },
  {
    value: 'bulan-2',
    name: 'Setiap dua bulan, hari yang sama',
    frequency: 'monthly',
    every: 2,
    isLast: false,
  },
  {
    value: 'bulan-3',
    name: 'Setiap tiga bulan, hari yang sama',
    frequency: 'monthly',
    every: 3,
    isLast: false,
  },
] as const;

export type Pace = (typeof paces)[number];

/** The pace that was chosen; null for a single visit, and for every kind of visit but coordination. */
export const paceOf = ({ pace }: TypedRepeat, kind: string | undefined): Pace | null =>
  kind === 'coordination' ? (paces.find(({ value }) => value === pace) ?? null) : null;
