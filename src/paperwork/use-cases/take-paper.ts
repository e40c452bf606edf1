import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { exportTypes } from '../../platform/documents/document-format.js';
import type { Download } from '../../platform/http/download.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { paperTexts, type Paper, type PaperPictures } from '../../platform/text/paper.js';
import { hasTrait, NoteNipLooks, safeFileName, type VisitFacts } from '../../visits/index.js';
import { nipsIn, paperKindOf, writePaper } from '../domain/paper-kinds.js';
import { FillTemplates } from './fill-templates.js';
import { GatherPaperFacts } from './gather-paper-facts.js';
import { asJpegs, GatherPictures } from './gather-pictures.js';
import type { LetterAround } from './letter-places.js';
import { ReadLetters } from './read-letters.js';

/** The formats in which papers are written. */
export const paperFormats = ['docx', 'pdf'] as const;
export type PaperFormat = (typeof paperFormats)[number];

interface WrittenPaper {
  paper: Paper;
  pictures: PaperPictures;
  /** Of the file, without its ending. */
  name: string;
  /** By the office's template; null where it has none, or for a PDF. */
  filled: Buffer | null;
  /** Whose NIP stand on it. */
  looked: string[];
}

/** Writes the paper of a line of the register; each NIP that stands on it whole is noted down before. */
@Injectable()
export class TakePaper {
  constructor(
    private readonly database: Database,
    private readonly read: ReadLetters,
    private readonly gather: GatherPaperFacts,
    private readonly pictures: GatherPictures,
    private readonly note: NoteNipLooks,
    private readonly templates: FillTemplates,
  ) {}

  /** @throws RequestError `not-found` also for a letter that has no paper; `not-allowed` for those of another office */
  async execute(actor: Actor, id: string, format: PaperFormat): Promise<Download> {
    return (await this.among(actor, id, format, new Set())).download;
  }

  /**
   * The same as one of several papers that are taken at once: those whose NIP were noted down are not noted again.
   *
   * @returns whose NIP stand on it, too. @throws as `execute`
   */
  async among(
    actor: Actor,
    id: string,
    format: PaperFormat,
    noted: ReadonlySet<string>,
  ): Promise<{ download: Download; looked: string[] }> {
    const written = await this.database.transaction(() => this.write(actor, id, format, noted));
    const { paper, pictures, name, filled, looked } = written;
    const content = filled ?? (await contentOf(paper, await asJpegs(pictures), format));
    const download = { name: safeFileName(`${name}.${format}`), mediaType: exportTypes[format], content };
    return { download, looked };
  }

  private async write(
    actor: Actor,
    id: string,
    format: PaperFormat,
    noted: ReadonlySet<string>,
  ): Promise<WrittenPaper> {
    const { letter, around } = await this.read.one(actor, id);
    const kind = paperKindOf(letter);
    const visits = told(around);
    const [visit] = visits;
    if (kind === null || visit === undefined) throw new RequestError('not-found');
    if (!letter.mayTake) throw new RequestError('not-allowed');
    const facts = await this.gather.execute(actor, letter, [visit, ...visits.slice(1)], kind.needs);
    const pictures = await this.pictures.execute(visits, facts);
    const paper = writePaper(kind, facts);
    const filled = format === 'docx' ? await this.templates.execute(letter, facts, paper) : null;
    const looked = nipsIn(filled?.texts ?? paperTexts(paper), facts.letter);
    const fresh = looked.filter((whose) => !noted.has(whose));
    await this.note.execute(
      actor,
      visit.id,
      fresh.map((whose) => ({ participantId: null, whose })),
    );
    const about = letter.tripId === null ? visit.reference : around.title;
    const named = `${kind.name} – ${about}`.replaceAll(/[\\/]/g, '-');
    return { paper, pictures, name: named, filled: filled?.content ?? null, looked };
  }
}

/** The visits that a paper tells of. Of a trip those that were asked for and did not fall out, which all of its readers see. */
function told({ place, visits }: LetterAround): VisitFacts[] {
  if (place.tripId === null) return visits;
  const standing = visits.filter(({ state }) => !hasTrait(state, 'endedEarly'));
  const sent = standing.filter(({ state }) => !hasTrait(state, 'unsent'));
  return [sent, standing, visits].find((each) => each.length > 0) ?? [];
}

/** Both libraries take long to load, and are asked for here alone. */
async function contentOf(paper: Paper, pictures: PaperPictures, format: PaperFormat): Promise<Buffer> {
  if (format === 'pdf') {
    const { writePaperPdf } = await import('../../platform/documents/paper-pdf.js');
    return writePaperPdf(paper, pictures);
  }
  const { writePaperWord } = await import('../../platform/documents/paper-word.js');
  return writePaperWord(paper, pictures);
}
