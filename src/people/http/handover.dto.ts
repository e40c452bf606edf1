import {} from 'class-transformer';
import { IsNotEmpty, IsOptional, IsUUID } from 'class-validator';
import { IsText, IsListOf } from '../../platform/http/fields.js';
import type { Successors } from '../domain/hanging.js';

export class KindSuccessorBody {
  /** Of what hangs on the person. */
  @IsText(100)
  @IsNotEmpty()
  kind: string;

  /** Id of the colleague who takes it. */
  @IsUUID()
  successor: string;
}

/** Who takes what hangs on somebody: one for all, others for some kinds; what nobody takes stays where it is. */
export class HandoverBody {
  /** Id of the colleague who takes everything that is not named. */
  @IsOptional()
  @IsUUID()
  successor?: string | null;

  @IsOptional()
  @IsListOf(() => KindSuccessorBody, 50)
  each?: KindSuccessorBody[] | null;
}

export const successorsOf = ({ successor, each }: HandoverBody): Successors => ({
  all: successor?.toLowerCase() ?? null,
  each: new Map((each ?? []).map((one) => [one.kind, one.successor.toLowerCase()])),
});
