import { Injectable, type ValidationPipe } from '@nestjs/common';
import { secondsToWait, type AppError } from '../errors/app-error.js';
import { ProblemCatalog } from '../errors/problem-catalog.js';
import { asAppError } from '../http/as-app-error.js';
import { validationPipe } from '../http/validation.js';

/** What a browser sent with a form: nothing is known of it before `Forms.take` has checked it. */
export type SentForm = Record<string, unknown>;

/** What is wrong with a form: a sentence above it, and words beside its fields. */
export interface FormFaults {
  status: number;
  title: string;
  detail: string;
  fields: Readonly<Record<string, string>>;
  /** Seconds until it may be sent again, where that is the fault. */
  retryAfter?: number | undefined;
}

export type Taken<Result> = { result: Result; faults: null } | { faults: FormFaults };

/** Checks forms like bodies of the API, but hands refusals back so that the page can show them beside what was typed. */
@Injectable()
export class Forms {
  private readonly pipe: ValidationPipe = validationPipe();

  constructor(private readonly catalog: ProblemCatalog) {}

  /** Does the work with a form that fits the shape; what nobody foresaw is thrown on. */
  async take<Form extends object, Result>(
    shape: new () => Form,
    sent: SentForm | undefined,
    work: (form: Form) => Promise<Result>,
  ): Promise<Taken<Result>> {
    try {
      const form = (await this.pipe.transform(sent ?? {}, { type: 'body', metatype: shape })) as Form;
      return { result: await work(form), faults: null };
    } catch (thrown) {
      const error = asAppError(thrown, this.catalog);
      const problem = error && this.catalog.problem(error.code);
      if (!problem || problem.status >= 500) throw thrown;
      return {
        faults: {
          // 401 is for requests without credentials (RFC 9110 section 15.5.2); a form that holds wrong ones is a form.
          status: problem.status === 401 ? 422 : problem.status,
          title: problem.title,
          detail: typeof problem.detail === 'string' ? problem.detail : problem.detail(error.facts),
          fields: fieldTexts(error),
          retryAfter: secondsToWait(error),
        },
      };
    }
  }
}

/** The first fault of each field as a sentence. */
function fieldTexts({ faults }: AppError): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { field, message } of faults) texts[field] ??= sentence(message);
  return texts;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** What was typed in a field, to show it again. */
export function typed(sent: SentForm | undefined, field: string): string {
  const value = sent?.[field];
  return typeof value === 'string' ? value : '';
}
