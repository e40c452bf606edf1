import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { exportOf } from '../../platform/http/export.dto.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { mailStates, type MailState } from '../../platform/mail/mail-states.js';

/** Which mails the API and the page list. */
export class MailsQuery extends PageQuery {
  @IsOptional()
  @IsIn(mailStates)
  state?: MailState;

  /** Id of the visit the mails are about. */
  @IsOptional()
  @IsUUID()
  visit?: string;
}

export class MailsExportQuery extends exportOf(MailsQuery) {}
