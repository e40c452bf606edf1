import { readFileSync } from 'node:fs';

const NS_PER_MS = 1e6;

<<<<<<< HEAD
/** CPU time of a process so far, in milliseconds; null for one that is gone. Read from /proc, so on Linux alone. */
export function cpuOf(pid: number | null): number | null {
=======
/**
 * CPU time of a process of one thread so far, in milliseconds; null for one that is gone. Read from /proc, so on Linux
 * alone, where its kernel counts what the scheduler gave (`schedstat`).
 */
function cpuOf(pid: number | null): number | null {
>>>>>>> a70647c (Measure the search over many notes, to a fraction of a clock tick)
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / NS_PER_MS;
  } catch {
    return null;
  }
}

/**
 * Begins to measure the CPU time of this process and of some others on this machine.
 * @returns what says how much went by since, in milliseconds
 */
export function measureCpu(pids: readonly (number | null)[]): () => number {
  const own = process.cpuUsage();
  const before = pids.map(cpuOf);
  return () => {
    const { user, system } = process.cpuUsage(own);
    const others = pids.map((pid, at) => Math.max(0, (cpuOf(pid) ?? 0) - (before[at] ?? 0)));
    return (user + system) / 1000 + others.reduce((all, each) => all + each, 0);
  };
}
