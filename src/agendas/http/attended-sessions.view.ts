import { ApiProperty } from '@nestjs/swagger';

export class AttendedSessionsView {
  /** Ids of sessions of the visit's agenda; none for the whole visit. */
  @ApiProperty({ type: String, format: 'uuid', isArray: true })
  sessions: string[];
}
