import { IsOptional } from 'class-validator';
import { exportOf } from '../../platform/http/export.dto.js';
import { IsText } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import type { Chosen } from '../../platform/pages/paging.js';
import type { NoteState } from '../domain/note.js';
import type { NoteFilter } from '../queries/note-conditions.js';

/** What the list is asked for; an empty choice asks for nothing. */
export class NoteListPageQuery extends PageQuery {
  @IsOptional()
  @IsText(200)
  cari?: string;

  @IsOptional()
  @IsText(80)
  program?: string;

  /** Type of unit. */
  @IsOptional()
  @IsText(80)
  jenis?: string;

  @IsOptional()
  @IsText(80)
  kanwil?: string;

  @IsOptional()
  @IsText(80)
  upt?: string;

  @IsOptional()
  @IsText(20)
  tahun?: string;

  /** A state in the words of `statesByWord`. */
  @IsOptional()
  @IsText(20)
  keadaan?: string;
}

export class NoteListExportQuery extends exportOf(NoteListPageQuery) {}

const statesByWord: ReadonlyMap<string, NoteState> = new Map([
  ['terbit', 'published'],
  ['usul', 'proposed'],
  ['draf', 'draft'],
  ['arsip', 'archived'],
]);

const YEAR = /^2\d{3}$/;

/** The filter that the address asks for; what it cannot mean asks for nothing. */
export function filterOf({
  program,
  jenis,
  kanwil,
  upt,
  tahun,
  keadaan,
}: Partial<NoteListPageQuery>): NoteFilter {
  return {
    program: program || undefined,
    unitType: jenis || undefined,
    regionalOffice: kanwil || undefined,
    unit: upt || undefined,
    year: tahun !== undefined && YEAR.test(tahun) ? Number(tahun) : undefined,
    state: statesByWord.get(keadaan ?? ''),
  };
}

/** What was chosen, as the page's own addresses say it again. */
export function chosenOf(query: NoteListPageQuery): Chosen {
  const { cari, program, jenis, kanwil, upt, tahun, keadaan, cursor } = query;
  return { cari, program, jenis, kanwil, upt, tahun, keadaan, cursor };
}
