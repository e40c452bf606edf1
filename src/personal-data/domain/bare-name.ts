const BEFORE = /^(?:(?:drs?|dra|ir|prof|kh?|hj?|r|bapak|ibu|pak|bu|sdr|sdri)\.?\s+)+/i;

/** A name without the titles before and behind it; itself where that leaves a single word. */
export function bareName(name: string): string {
  const bare = (name.split(',')[0] ?? '').trim().replace(BEFORE, '').trim();
  return /\s/.test(bare) ? bare : name.trim();
}
