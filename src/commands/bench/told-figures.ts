import { writeFile } from 'node:fs/promises';

/** Something that was measured. */
export interface ToldFigure {
  what: string;
  value: number;
  /** `ms CPU`, `MB`, … */
  unit: string;
  /** What it is held against, measured in the same run, and the value as a part of that: 1 is as good, more is better. */
  limit?: string;
  ratio?: number;
}

const HEADING = ['what', 'value', 'of', 'ratio'] as const;

/** Figures as lines of a table of Markdown. */
function tableOf(figures: readonly ToldFigure[]): string {
  const rows = figures.map(({ what, value, unit, limit = '', ratio }) => [
    what,
    `${value.toPrecision(3)} ${unit}`,
    limit,
    ratio === undefined ? '' : ratio.toFixed(2),
  ]);
  return [HEADING, HEADING.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Prints figures as a table, writes them as JSON where a file is named, and gives them to whoever started this process. */
export async function tellFigures(figures: readonly ToldFigure[], file?: string): Promise<void> {
  console.log(tableOf(figures));
  if (file !== undefined && file !== '') await writeFile(file, JSON.stringify(figures, null, 2));
  process.send?.(figures);
}
