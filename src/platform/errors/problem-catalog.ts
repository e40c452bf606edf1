import { Injectable, Module, type DynamicModule } from '@nestjs/common';
import type { ErrorFacts } from './app-error.js';

/** How an error code is shown to a caller (RFC 9457) and to the log. */
export interface Problem {
  status: number;
  /** A short Indonesian name of the kind of error. */
  title: string;
  /** What is wrong and what to do, in polite Indonesian. */
  detail: string | ((facts: ErrorFacts) => string);
  /** Facts that go out with the problem under their own names; the others stay inside. */
  expose?: readonly string[];
  /** What somebody else changed meanwhile, of an error that means so; made by `overtaken`. */
  overtaken?: string;
  /** Seconds after which trying again may succeed (Retry-After, RFC 9110 section 10.2.3). */
  retryAfter?: number;
}

/**
 * Refuses a change of what somebody else changed meanwhile. Pages show both versions instead of asking to begin anew.
 * @param subject what was changed, as the subject of a sentence
 * @param expose facts that tell what stands now
 */
export const overtaken = (subject: string, expose?: readonly string[]): Problem => ({
  status: 409,
  title: 'Sudah berubah',
  detail: `${subject} baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu ulangi.`,
  overtaken: subject,
  ...(expose && { expose }),
});

/** A feature's whole table: forgetting a code does not compile. */
export type Problems<Code extends string> = Readonly<Record<Code, Problem>>;

/** Every feature's problems and the constraints that stand for them. */
@Injectable()
export class ProblemCatalog {
  private readonly problems = new Map<string, Problem>();
  private readonly constraints = new Map<string, string>();

  add(problems: Problems<string>, constraints: Readonly<Record<string, string>>): void {
    for (const [code, problem] of Object.entries(problems)) this.problems.set(code, problem);
    for (const [constraint, code] of Object.entries(constraints)) this.constraints.set(constraint, code);
  }

  problem(code: string): Problem | undefined {
    return this.problems.get(code);
  }

  codeOfConstraint(constraint: string): string | undefined {
    return this.constraints.get(constraint);
  }

  /** Names of all constraints that are mapped, for the test that holds them against the schema. */
  mappedConstraints(): string[] {
    return [...this.constraints.keys()];
  }
}

@Module({ providers: [ProblemCatalog], exports: [ProblemCatalog] })
class ProblemCatalogModule {}

/** Lets a feature's module bring its problem table and the database constraints that mean its codes. */
@Module({})
export class ProblemsModule {
  static forFeature<Code extends string>(
    problems: Problems<Code>,
    constraints: Readonly<Record<string, NoInfer<Code>>> = {},
  ): DynamicModule {
    const provider = {
      provide: Symbol('problems'),
      inject: [ProblemCatalog],
      useFactory: (catalog: ProblemCatalog) => {
        catalog.add(problems, constraints);
        return problems;
      },
    };
    return {
      module: ProblemsModule,
      imports: [ProblemCatalogModule],
      providers: [provider],
      exports: [ProblemCatalogModule],
    };
  }
}
