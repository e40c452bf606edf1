/** How guests and host meet, in words. */
export const visitModes = {
  'on-site': 'Tatap muka',
  online: 'Daring (rapat video)',
  hybrid: 'Tatap muka dan daring',
} as const;
export type VisitMode = keyof typeof visitModes;

/** Where a visit is, as far as one reader may know. */
export interface Whereabouts {
  mode: VisitMode;
  place: string;
  /** Null where there is none, and for whom it is not. */
  meetingLink: string | null;
}

/** Whether somebody comes to the host. */
export const isOnSite = ({ mode }: Pick<Whereabouts, 'mode'>): boolean => mode !== 'online';

/** Whether somebody takes part by video. */
export const isOnline = ({ mode }: Pick<Whereabouts, 'mode'>): boolean => mode !== 'on-site';

/** The link of its meeting; null while there is none, or nobody takes part by video. */
export const meetingLinkOf = (visit: Pick<Whereabouts, 'mode' | 'meetingLink'>): string | null =>
  isOnline(visit) ? visit.meetingLink : null;

/** Whether those who take part by video would not know where to go. */
export const lacksLink = (visit: Pick<Whereabouts, 'mode' | 'meetingLink'>): boolean =>
  isOnline(visit) && visit.meetingLink === null;

/** What stands where a link is still to be filled in. */
export const NO_LINK = 'Tautan rapat belum diisi';

/**
 * Where to be: a place, a meeting, or both.
 *
 * @param onSite the place as the reader is told of it
 */
export function whereWords(visit: Pick<Whereabouts, 'mode' | 'meetingLink'>, onSite: string): string {
  const link = meetingLinkOf(visit);
  const online = link === null ? 'daring' : `daring: ${link}`;
  if (!isOnline(visit)) return onSite;
  if (!isOnSite(visit) || onSite === '') return `D${online.slice(1)}`;
  return `${onSite}; ${online}`;
}
