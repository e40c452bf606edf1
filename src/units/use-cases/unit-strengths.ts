import { Injectable } from '@nestjs/common';

/** How often a program was served at a unit, in one way. */
export interface ProgramStrength {
  code: string;
  number: number | null;
  title: string;
  count: number;
}

/** One way to be strong in a program: visits received, practices written down. */
interface StrengthSource {
  /** What is counted, after its number: `kunjungan diterima`. */
  name: string;
  /** Ways stand in ascending order. */
  order: number;
  counts: (unit: string) => Promise<readonly ProgramStrength[]>;
  /** Where what was counted can be read; null where not everybody may. */
  href: ((unit: string, program: string) => string) | null;
}

/** A program with all that was counted of it. */
export interface Strength {
  code: string;
  number: number | null;
  title: string;
  counts: { name: string; count: number; href: string | null }[];
}

const MOST = 8;
const total = ({ counts }: Strength): number => counts.reduce((sum, { count }) => sum + count, 0);

/** What a unit is strong in: features above register what they count of each program. */
@Injectable()
export class UnitStrengths {
  private readonly sources: StrengthSource[] = [];

  register(source: StrengthSource): void {
    this.sources.push(source);
    this.sources.sort((a, b) => a.order - b.order);
  }

  /** Programs of a unit, those counted most often first. */
  async of(unit: string): Promise<Strength[]> {
    const strengths = new Map<string, Strength>();
    const counted = await Promise.all(
      this.sources.map(async (source) => ({ ...source, programs: await source.counts(unit) })),
    );
    for (const { name, programs, href } of counted) {
      for (const { code, number, title, count } of programs) {
        const strength = strengths.get(code) ?? { code, number, title, counts: [] };
        strength.counts.push({ name, count, href: href?.(unit, code) ?? null });
        strengths.set(code, strength);
      }
    }
    return [...strengths.values()]
      .sort((a, b) => total(b) - total(a) || a.title.localeCompare(b.title, 'id'))
      .slice(0, MOST);
  }
}
