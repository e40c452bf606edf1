import { Injectable } from '@nestjs/common';
import { secondsToWait, type AppError } from '../errors/app-error.js';
import { ProblemCatalog, type Problem } from '../errors/problem-catalog.js';
import { asAppError } from '../http/as-app-error.js';
import { validationPipe } from '../http/validation.js';
import { zoneLabel, type Zone } from '../text/zones.js';
import { readerToday } from './reader-day.js';
import { readCalendar, wordsOfUnread } from './typed-calendar-fields.js';

/** What a browser sent with a form: nothing is known of it before `Forms.take` has checked it. */
export type SentForm = Record<string, unknown>;

/** The fields of a form that were filled in. */
export const filled = (sent: SentForm | undefined): SentForm =>
  Object.fromEntries(
    Object.entries(sent ?? {}).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  );

/** What is wrong with fields, a sentence each, by their names. */
export interface FieldFaults {
  fields: Readonly<Record<string, string>>;
}

/** What is wrong with a form: a sentence above it, and words beside its fields. */
export interface FormFaults extends FieldFaults {
  status: number;
  title: string;
  detail: string;
  /** Seconds until it may be sent again, where that is the fault. */
  retryAfter?: number | undefined;
  /** Whether somebody else stored meanwhile, so that both versions are shown (`Standing`). */
  isOutdated?: boolean;
}

/** A shape without fields fits no form, so that it does not compile. */
type HasFields<Form> = keyof Form extends never ? never : unknown;

export type Taken<Result> = { result: Result; faults: null } | { faults: FormFaults };

/** Checks forms like bodies of the API, but hands refusals back so that the page can show them beside what was typed. */
@Injectable()
export class Forms {
  constructor(private readonly catalog: ProblemCatalog) {}

  /**
   * Does the work with a form that fits the shape; what nobody foresaw is thrown on. Dates and clock times come as
   * people type them.
   *
   * @param zone the one that the form's clock times are in; without it none may be named
   */
  take<Form extends object, Result>(
    shape: (new () => Form) & HasFields<Form>,
    sent: SentForm | undefined,
    work: (form: Form) => Promise<Result>,
    zone?: Zone,
  ): Promise<Taken<Result>> {
    const around = { today: readerToday(), zone: zone ? zoneLabel(zone) : null };
    const pipe = validationPipe(wordsOfUnread(around));
    return this.press(async () => {
      const read = readCalendar(shape, sent ?? {}, around);
      return work((await pipe.transform(read, { type: 'body', metatype: shape })) as Form);
    });
  }

  /** Does the work of a button that has no fields. */
  async press<Result>(work: () => Promise<Result>): Promise<Taken<Result>> {
    try {
      return { result: await work(), faults: null };
    } catch (thrown) {
      const error = asAppError(thrown, this.catalog);
      const problem = error && this.catalog.problem(error.code);
      if (!problem || problem.status >= 500) throw thrown;
      return {
        faults: {
          // A form that holds wrong credentials is no request without any (401, RFC 9110 section 15.5.2), nor is one
          // without a version a program's that should have asked for it (428, RFC 6585 section 3).
          status: [401, 428].includes(problem.status) ? 422 : problem.status,
          title: problem.title,
          detail: detailOf(problem, error),
          isOutdated: problem.overtaken !== undefined,
          fields: fieldTexts(error),
          retryAfter: secondsToWait(error),
        },
      };
    }
  }
}

/** On a page, what stands now is shown already, and so is what was typed. */
function detailOf({ detail, overtaken }: Problem, { facts }: AppError): string {
  if (overtaken !== undefined) {
    return `${overtaken} baru saja diubah orang lain. Yang tampil di sini sudah yang terbaru; isian Anda masih ada dan belum tersimpan. Periksa, lalu kirim lagi.`;
  }
  return typeof detail === 'string' ? detail : detail(facts);
}

/** The first fault of each field as a sentence. */
function fieldTexts({ faults }: AppError): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { field, message } of faults) texts[field] ??= sentence(message);
  return texts;
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

/** What was typed in a field, to show it again. */
export function typed(sent: SentForm | undefined, field: string): string {
  const value = sent?.[field];
  return typeof value === 'string' ? value : '';
}
