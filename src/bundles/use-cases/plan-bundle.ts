import { Injectable } from '@nestjs/common';
import { outageOf } from '../../platform/database/postgres-errors.js';
import { AppError } from '../../platform/errors/app-error.js';
import { FileStore } from '../../platform/files/file-store.js';
import { IncidentLog } from '../../platform/errors/incident-log.js';
import type { Actor } from '../../platform/security/actor.js';
import {
  KeepSignedCopy,
  letterKindWords,
  ReadLetters,
  type LetterPlace,
  type ReadableLetter,
} from '../../paperwork/index.js';
import { PublishedSummary } from '../../summaries/index.js';
import { OutgoingEntries } from '../../visit-days/index.js';
import { FileRepository, type VisitFacts } from '../../visits/index.js';
import { MOST_PARTS, type PlannedPart } from '../domain/bundle.js';
import { BundlePlaces, type BundleSubject } from './bundle-places.js';

type Part = Omit<PlannedPart, 'visitId' | 'section' | 'reason'> & { group: string; reason?: string };

/** What belongs to visits, and is read where it is kept. */
@Injectable()
export class VisitRecords {
  constructor(
    readonly letters: ReadLetters,
    readonly copies: KeepSignedCopy,
    readonly files: FileRepository,
    readonly objects: FileStore,
    readonly photos: OutgoingEntries,
    readonly summaries: PublishedSummary,
  ) {}
}

/** Says of what parts a bundle is made: what its office may take away of each visit. */
@Injectable()
export class PlanBundle {
  constructor(
    private readonly places: BundlePlaces,
    private readonly records: VisitRecords,
    private readonly incidents: IncidentLog,
  ) {}

  /** @throws RequestError for those who may take nothing of it any more */
  async execute(actor: Actor, of: BundleSubject): Promise<PlannedPart[]> {
    await this.places.around(actor, of);
    const visits = await this.places.visitsOf(actor, of);
    const parts: PlannedPart[] = [];
    const [first] = visits;
    if (of.place.tripId !== null && first) parts.push(...(await this.ofTrip(actor, of.place.tripId, first)));
    for (const visit of visits) {
      const own = await this.ofVisit(actor, visit);
      const isAlone = of.place.visitId !== null;
      const head = `${visit.reference} ${visit.title}`;
      parts.push(
        ...own.map(({ group, reason = '', ...part }) => ({
          ...{ ...part, reason, visitId: visit.id },
          section: isAlone ? group : head,
        })),
      );
    }
    return parts.slice(0, MOST_PARTS);
  }

  private async ofTrip(actor: Actor, tripId: string, { id }: VisitFacts): Promise<PlannedPart[]> {
    const papers = await this.papersOf(actor, { visitId: null, tripId });
    return papers.map(({ group: _, reason = '', ...part }) => ({
      ...{ ...part, reason, visitId: id },
      section: 'Surat perjalanan',
    }));
  }

  /** A register that cannot be read is a part that is missing. @throws of an outage of the database, RequestError */
  private async papersOf(actor: Actor, place: LetterPlace): Promise<Part[]> {
    try {
      const { letters } = await this.records.letters.execute(actor, place);
      return papersOf(letters.filter(({ isOfTrip }) => !isOfTrip));
    } catch (thrown) {
      if (outageOf(thrown) || thrown instanceof AppError) throw thrown;
      const reason = `tidak dapat dibaca (kode ${this.incidents.report(thrown, 'reading a register for a bundle')}).`;
      return [
        { kind: 'paper-pdf', ref: null, group: 'Surat', title: 'Register surat', ending: '.pdf', reason },
      ];
    }
  }

  private async ofVisit(actor: Actor, { id }: VisitFacts): Promise<Part[]> {
    const [papers, files, entries, summary] = await Promise.all([
      this.papersOf(actor, { visitId: id, tripId: null }),
      this.records.files.ofVisit(id),
      this.records.photos.ofVisit(id),
      this.records.summaries.ofVisit(id),
    ]);
    const photos = entries.filter(({ kind }) => kind === 'photo');
    return [
      ...papers,
      ...files.map(({ id: ref, name }): Part => ({ kind: 'file', ref, group: 'Berkas', ...split(name) })),
      { kind: 'attendance', ref: null, group: 'Pelaksanaan', title: 'Daftar peserta', ending: '.pdf' },
      ...(summary ? [summaryPart] : []),
      ...photos.map(({ id: ref, text }, index): Part => ({
        ...{ kind: 'photo', ref, group: 'Foto', ending: '.jpg' },
        title: [`Foto ${index + 1}`, text].filter(Boolean).join(' – '),
      })),
    ];
  }
}

const summaryPart: Part = {
  ...{ kind: 'summary', ref: null, group: 'Pelaksanaan', title: 'Ringkasan kunjungan', ending: '.pdf' },
};

/** Each paper that may be taken, as PDF and as a Word document, and each signed copy that was uploaded. */
const papersOf = (letters: readonly ReadableLetter[]): Part[] =>
  letters.flatMap(({ id, kind, number, snapshot, mayTake, copy }): Part[] => {
    const title = [letterKindWords[kind], number, `(${snapshot.office.name})`].filter(Boolean).join(' ');
    const part = { ref: id, group: 'Surat', title };
    const papers: Part[] = [
      { ...part, kind: 'paper-pdf', ending: '.pdf' },
      { ...part, kind: 'paper-docx', ending: '.docx' },
    ];
    const signed = copy && { ...part, title: `${title} – bertanda tangan`, ending: split(copy.name).ending };
    return [...(mayTake ? papers : []), ...(signed ? [{ ...signed, kind: 'signed-copy' } as const] : [])];
  });

/** The name of a file, and its ending with the dot. */
function split(name: string): { title: string; ending: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0
    ? { title: name.slice(0, dot), ending: name.slice(dot).toLowerCase() }
    : { title: name, ending: '' };
}
