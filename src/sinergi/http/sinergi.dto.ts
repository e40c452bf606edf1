import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { csvFormats, type CsvFormat } from '../../platform/documents/document-format.js';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsCode } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { statesWithout } from '../../visits/index.js';
import { learningFigures, type LearningFigure } from '../domain/learning-figures.js';
import { presets } from '../domain/period.js';
import { promiseKinds } from '../queries/scoped-follow-ups.js';
import { summaryKinds } from '../use-cases/sinergi-figures.js';

const MONTH = /^(?:20\d\d|2100)-(?:0[1-9]|1[0-2])$/;
const UUID = /^(none|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})$/i;
const cuts = ['agreed', 'unanswered', ...statesWithout('unsent')] as const;

/** Which visits are looked at. Without a period, those of this year. */
export class ScopeQuery {
  /** First month, `YYYY-MM`, by the host's calendar. */
  @IsOptional()
  @Matches(MONTH)
  from?: string;

  /** Last month, `YYYY-MM`; at most ten years from the first. */
  @IsOptional()
  @Matches(MONTH)
  to?: string;

  /** The present month, quarter, half-year or year, in place of months. */
  @IsOptional()
  @IsIn(presets)
  preset?: (typeof presets)[number];

  /** A regional office, for administrators; others see their own whatever they ask for. */
  @IsOptional()
  @IsCode()
  office?: string;

  @IsOptional()
  @IsCode()
  program?: string;
}

/** In which format a report is wanted. */
export class ReportQuery extends ScopeQuery {
  @IsOptional()
  @IsIn(['pdf', 'docx'])
  format: 'pdf' | 'docx' = 'pdf';
}

/** In which kind of CSV a table is wanted. */
export class TableQuery extends ScopeQuery {
  @IsOptional()
  @IsIn(csvFormats)
  format: CsvFormat = 'csv';
}

/** Whether the own regional office wants each month's report by mail. */
export class MonthlyReportBody {
  @IsBoolean()
  wanted!: boolean;
}

/** How many rows of a table of pairs are wanted. */
export class MostQuery extends ScopeQuery {
  /** At the most so many, 1 to 1000, the most frequent first. */
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Transform(({ value }: { value: string }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(1000)
  most = 300;
}

/** What a figure counted of visits. */
export class SinergiVisitsQuery extends IntersectionType(ScopeQuery, PageQuery) {
  /** A state; `agreed` stands for confirmed, held or closed; `unanswered`, whatever the period, for what waits for an answer. */
  @IsOptional()
  @IsIn(cuts)
  state?: (typeof cuts)[number];

  @IsOptional()
  @IsCode()
  guest?: string;

  @IsOptional()
  @IsCode()
  host?: string;

  /** Regional office of the guest. */
  @IsOptional()
  @IsCode()
  guestOffice?: string;

  /** Regional office of the host. */
  @IsOptional()
  @IsCode()
  hostOffice?: string;

  /** `true` for those that their host itself answered in the period, whenever they are. */
  @IsOptional()
  @IsIn(['true', 'false'])
  answered?: 'true' | 'false';

  /** How their summary stands: first published in the period, or, whatever the period, not out. */
  @IsOptional()
  @IsIn(summaryKinds)
  summary?: (typeof summaryKinds)[number];

  /** Of those that took place and had learning questions: all, or those whose newest answer says so. */
  @IsOptional()
  @IsIn(learningFigures)
  learning?: LearningFigure;
}

/** What a figure counted of follow-ups: ended in the period, or, whatever the period, open. */
export class SinergiFollowUpsQuery extends IntersectionType(ScopeQuery, PageQuery) {
  @IsOptional()
  @IsIn(promiseKinds)
  kind: (typeof promiseKinds)[number] = 'waiting';
}

/** What a figure counted of replications. */
export class SinergiReplicationsQuery extends IntersectionType(ScopeQuery, PageQuery) {
  /** A note's id, or `none` for practices that no note tells of. */
  @IsOptional()
  @Matches(UUID)
  note?: string;
}

/** What was counted in the period. */
export class SinergiResultsQuery extends IntersectionType(ScopeQuery, PageQuery) {}

/** What a figure counted of practices. */
export class SinergiNotesQuery extends IntersectionType(ScopeQuery, PageQuery) {}
