import { visitAspects, type VisitAspect } from '../domain/visit-aspects.js';

/** Name of the announcement that an aspect of a visit changed. */
export type VisitAspectChanged = `visit.${VisitAspect}-changed`;

/** A step that is told of; to a host without accounts only, where all others are told of several visits together. */
export interface VisitNotice {
  visitId: string;
  version: number;
  only?: 'asked-host';
}

declare module '../../platform/jobs/job.js' {
  interface Announcements extends Record<VisitAspectChanged, { visitId: string }> {
    /** Something happened to a visit that its units are mailed about; `version` is that of its line of history. */
    'visit.notice-due': VisitNotice;
    /** A participant said something that the officers of that side were not mailed yet. */
    'visit.participant-heard': { visitId: string };
  }
}

export const changeOf = (aspect: VisitAspect): VisitAspectChanged => `visit.${aspect}-changed`;

/** The announcements of the aspects that a job hears of; the table says it of each, so that a new one asks for a decision. */
export const hearingOf = (table: Readonly<Record<VisitAspect, boolean>>): VisitAspectChanged[] =>
  visitAspects.filter((aspect) => table[aspect]).map(changeOf);
