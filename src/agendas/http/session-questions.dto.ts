import { IsListOf } from '../../platform/http/fields.js';
import {} from 'class-transformer';
import { IsOptional, IsUUID } from 'class-validator';

class PlacedQuestionBody {
  /** Of `learningQuestionIds` of the visit. */
  @IsUUID()
  id: string;

  /** Id of a session of the agenda; null for none. */
  @IsOptional()
  @IsUUID()
  session: string | null;
}

export class SessionQuestionsBody {
  /** Those that are left out stay where they are. */
  @IsListOf(() => PlacedQuestionBody, 5)
  items: PlacedQuestionBody[];
}
