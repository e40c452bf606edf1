import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { tableFormatNames, type TableFormat } from '../../platform/documents/document-format.js';
import { rowStates, type RowState } from '../domain/import-states.js';

export class ImportRowsQuery {
  @IsOptional()
  @IsIn(rowStates)
  state?: RowState;

  /** Rows after this number. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  after?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}

export class ImportFileQuery {
  @IsIn(tableFormatNames)
  format: TableFormat;
}
