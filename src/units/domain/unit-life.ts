/** The first date on which an organisation is there, and the first on which it is no more; null for long ago and for never. */
export interface UnitLife {
  openedOn: string | null;
  closedOn: string | null;
}

/** Whether there is such an organisation on a calendar date. */
export const isThereOn = ({ openedOn, closedOn }: UnitLife, date: string): boolean =>
  (openedOn === null || openedOn <= date) && (closedOn === null || date < closedOn);
