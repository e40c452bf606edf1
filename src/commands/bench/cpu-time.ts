import { readFileSync } from 'node:fs';

const TICK_MS = 10;

/** CPU time of a process so far, in milliseconds; null for one that is gone. Read from /proc, so on Linux alone. */
export function cpuOf(pid: number | null): number | null {
  try {
    // proc(5): utime and stime are the fields 14 and 15; the name before them may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return TICK_MS * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return null;
  }
}

/** The same of a process of one thread, as the scheduler counts it to the nanosecond. */
function cpuOfOne(pid: number | null): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return cpuOf(pid);
  }
}

/**
 * Begins to measure the CPU time of this process and of some others of one thread, as PostgreSQL's are, on this machine.
 * @returns what says how much went by since, in milliseconds
 */
export function measureCpu(pids: readonly (number | null)[]): () => number {
  const own = process.cpuUsage();
  const before = pids.map(cpuOfOne);
  return () => {
    const { user, system } = process.cpuUsage(own);
    const others = pids.map((pid, at) => Math.max(0, (cpuOfOne(pid) ?? 0) - (before[at] ?? 0)));
    return (user + system) / 1000 + others.reduce((all, each) => all + each, 0);
  };
}
