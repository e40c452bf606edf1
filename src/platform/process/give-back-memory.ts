import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOK_EVERY_MS = 2000;
/** The share of its time that a process with nothing to do works at the most. */
const IDLE = 0.1;

/** The engine's own collector, which otherwise waits for more garbage than an idle process makes. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (how: object) => void;
  setFlagsFromString('--no-expose-gc');
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** Gives back once, when a process that has started comes to rest, what its start took and left behind. */
export function giveBackMemory(give: () => void = collect, every = LOOK_EVERY_MS): void {
  let before: EventLoopUtilization = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (utilization > IDLE) return;
    clearInterval(timer);
    give();
  }, every);
  timer.unref();
}
