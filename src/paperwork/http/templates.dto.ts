import { IsIn } from 'class-validator';
import type { LetterKind } from '../domain/letter-kinds.js';
import { writtenKinds } from '../domain/paper-kinds.js';

export class TemplateKindQuery {
  @IsIn(writtenKinds)
  kind: LetterKind;
}
