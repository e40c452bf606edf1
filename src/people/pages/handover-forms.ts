import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { SentForm } from '../../platform/pages/forms.js';
import type { Successors } from '../domain/hanging.js';

const emptyAsNull = ({ value }: { value: unknown }): unknown => (value === '' ? null : value);
const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined || Array.isArray(value) ? value : [value];

/** The colleague who takes everything that nobody else was chosen for. */
export const Successor = (): PropertyDecorator =>
  applyDecorators(Transform(emptyAsNull), IsOptional(), IsUUID());

/** A list that runs beside another: kinds of what hangs, or who takes each, empty for who takes all. */
export const Beside = (longest: number): PropertyDecorator =>
  applyDecorators(
    Transform(asList),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(50),
    IsString({ each: true }),
    MaxLength(longest, { each: true }),
  );

export interface SentSuccessors {
  successor?: string | null;
  kinds?: string[];
  takers?: string[];
}

/** Who takes what by a form. */
export function chosenSuccessors({ successor, kinds = [], takers = [] }: SentSuccessors): Successors {
  const each = kinds.flatMap((kind, at) => (takers[at] ? [[kind, takers[at].toLowerCase()] as const] : []));
  return { all: successor?.toLowerCase() ?? null, each: new Map(each) };
}

/** Who was chosen for a kind in a form that is shown again. */
export function sentTaker(sent: SentForm | undefined, kind: string): string {
  const listOf = (value: unknown): unknown[] =>
    Array.isArray(value) ? value : value === undefined ? [] : [value];
  const taker = listOf(sent?.['takers'])[listOf(sent?.['kinds']).indexOf(kind)];
  return typeof taker === 'string' ? taker : '';
}

export class HandoverForm implements SentSuccessors {
  @Successor()
  successor?: string | null;

  @Beside(100)
  kinds?: string[];

  @Beside(36)
  takers?: string[];
}
