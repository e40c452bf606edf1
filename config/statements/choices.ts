/** Ways through one function: more are not walked. */
const MOST_WAYS = 600;

interface Way {
  /** What is taken where nothing else is said: the first of several, or the last. */
  otherwise: 'first' | 'last';
  taken: ReadonlyMap<string, number>;
}

/** What one way through the code takes wherever it parts. */
export class Choices {
  readonly made = new Map<string, { option: number; of: number }>();

  constructor(private readonly way: Way) {}

  /** Which of several is taken here; the same each time it is asked under one key. */
  decide(key: string, of: number): number {
    const before = this.made.get(key);
    if (before) return before.option;
    const option = Math.min(this.way.taken.get(key) ?? (this.way.otherwise === 'first' ? 0 : of - 1), of - 1);
    this.took(key, option, of);
    return option;
  }

  /** Notes what was taken already. */
  took(key: string, option: number, of: number): void {
    this.made.set(key, { option, of });
  }
}

/**
 * Walks through code until each of its branches was taken once: all the first ones, all the last ones, then each that
 * was not taken yet, beside what the way that met it took. Not every combination.
 *
 * @throws Error when there are more than 600 ways
 */
export function explore(walk: (choices: Choices) => void): void {
  const waiting: Way[] = [
    { otherwise: 'first', taken: new Map() },
    { otherwise: 'last', taken: new Map() },
  ];
  const seen = new Set<string>();
  for (let ways = 0; waiting.length > 0; ways++) {
    if (ways > MOST_WAYS) throw new Error(`more than ${MOST_WAYS} ways through the code`);
    const way = waiting.shift() as Way;
    const choices = new Choices(way);
    walk(choices);
    for (const [key, { option }] of choices.made) seen.add(`${key}=${option}`);
    for (const [key, { of }] of choices.made) {
      for (let option = 0; option < of; option++) {
        if (seen.has(`${key}=${option}`)) continue;
        seen.add(`${key}=${option}`);
        waiting.push({ ...way, taken: new Map([...way.taken, [key, option]]) });
      }
    }
  }
}
