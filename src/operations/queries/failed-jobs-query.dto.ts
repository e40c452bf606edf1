import { IsOptional, Matches } from 'class-validator';
import { PageQuery } from '../../platform/http/page.dto.js';

/** Which failed jobs are listed. */
export class FailedJobsQuery extends PageQuery {
  /** Only those of this name. */
  @IsOptional()
  @Matches(/^[a-z][a-z.-]{0,99}$/, { message: 'Nama pekerjaan tidak dikenal.' })
  name?: string;
}
