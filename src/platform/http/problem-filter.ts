import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AppError } from '../errors/app-error.js';
import { ProblemCatalog, type Problem } from '../errors/problem-catalog.js';
import { asAppError } from './as-app-error.js';
import { httpProblems } from './problems.js';

/** Answers every error as problem+json (RFC 9457); what nobody foresaw is logged and answered with 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly catalog: ProblemCatalog) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = asAppError(thrown, this.catalog);
    const code = error && this.catalog.problem(error.code) ? error.code : 'unexpected';
    const problem = this.catalog.problem(code) ?? httpProblems.unexpected;
    if (problem.status >= 500) this.logger.error(thrown instanceof Error ? thrown.stack : thrown);
    if (reply.sent) return;

    const body = problemBody(code, problem, error);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    await reply
      .status(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(body));
  }
}

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: readonly { field: string; message: string }[];
}

function problemBody(code: string, problem: Problem, error: AppError | null): ProblemBody {
  const facts = error?.facts ?? {};
  const exposed = (problem.expose ?? []).flatMap((name) => (name in facts ? [[name, facts[name]]] : []));
  return {
    type: `urn:sambang:problem:${code}`,
    title: problem.title,
    status: problem.status,
    detail: typeof problem.detail === 'string' ? problem.detail : problem.detail(facts),
    code,
    ...(error && error.faults.length > 0 ? { errors: error.faults } : {}),
    ...Object.fromEntries(exposed),
  };
}
