import type { Type } from '@nestjs/common';
import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { tableFormatNames, type TableFormat } from '../documents/document-format.js';
import type { PageQuery } from './page.dto.js';

/** What the export of a list is asked for: the list's own filter, and a format. */
export type ExportQuery<Query extends PageQuery> = Omit<Query, 'limit' | 'cursor'> & { format: TableFormat };

/**
 * The query of a list's export: `class VisitExportQuery extends exportOf(VisitListQuery) {}`. It has every filter of
 * the list, and no paging.
 */
export function exportOf<Query extends PageQuery>(query: Type<Query>): Type<ExportQuery<Query>> {
  class Exported extends OmitType(query as Type<PageQuery>, ['limit', 'cursor']) {
    @ApiProperty({ enum: tableFormatNames, description: '`csv-excel`: semicolons and a decimal comma' })
    @IsIn(tableFormatNames)
    format: TableFormat;
  }
  return Exported as unknown as Type<ExportQuery<Query>>;
}
